"""Labels of the organisation's own, and corrections."""

import json
import threading
from pathlib import Path

import pytest

from twoears import CustomHead, Desk, InputError, ModelError, SettingsError

EXAMPLES = [
    ("my invoice is wrong", "invoice"),
    ("wrong amount on the invoice", "invoice"),
    ("please send the invoice for March", "invoice"),
    ("when does my contract end", "contract"),
    ("cancel the contract", "contract"),
    ("change my contract please", "contract"),
]


@pytest.fixture(scope="module")
def head(desk: Desk) -> CustomHead:
    return desk.learn(EXAMPLES, head="topic")


def test_a_head_is_learned_kept_and_read(desk: Desk, head: CustomHead, tmp_path: Path) -> None:
    assert head.labels == ("contract", "invoice")
    assert head.held_out is not None and head.held_out.examples == 6
    file = tmp_path / "topic.head"
    head.save(file)
    kept = CustomHead.load(file)
    assert kept.name == "topic" and kept.held_out is None
    for own in (desk.with_custom(head), Desk(custom=[file]), Desk(custom=[kept])):
        case = own.triage("the invoice is not mine")
        said = case.custom["topic"]
        assert said.label == "invoice" and said.set[0] == "invoice"
        assert 0 <= said.out_of_scope <= 1 and said.alternatives[0][0] == "contract"
        assert json.loads(case.to_json())["custom"]["topic"]["label"] == "invoice"
        assert list(own.custom) == ["topic"]
    assert desk.triage("the invoice is not mine").custom == {}


def test_mappings_are_examples_too(desk: Desk) -> None:
    rows = [{"text": text, "topic": label} for text, label in EXAMPLES[:3]]
    rows += [{"text": text, "label": label} for text, label in EXAMPLES[3:]]
    assert desk.learn(rows, head="topic").labels == ("contract", "invoice")


@pytest.mark.parametrize(
    ("examples", "says"),
    [
        ([], "0 examples"),
        (EXAMPLES[:3] * 3, "1 labels"),
        ([("secret words", 3)] * 9, "example 0"),
        ([{"text": "secret words"}] * 9, "`topic` or `label`"),
        (["secret words"] * 9, "example 0"),
    ],
)
def test_what_cannot_be_learned_is_said_without_the_text(desk: Desk, examples: list[tuple[str, str]], says: str) -> None:
    with pytest.raises(InputError, match=says) as raised:
        desk.learn(examples, head="topic")
    assert "secret" not in str(raised.value)


def test_a_damaged_file_is_refused(head: CustomHead, tmp_path: Path) -> None:
    file = tmp_path / "topic.head"
    head.save(file)
    file.write_bytes(file.read_bytes()[:-9])
    with pytest.raises(ModelError, match="topic.head"):
        Desk(custom=[file])


def test_a_correction_counts_at_once_and_can_be_undone(head: CustomHead) -> None:
    desk = Desk(custom=[head])
    text = "the blue lamp did the thing again"
    before = desk.triage(text)
    number = desk.correct(text, intent="product.fault", escalate=True, topic="contract")
    case = desk.triage(text)
    assert (case.intent.label, case.action, case.custom["topic"].label) == ("product.fault", "person", "contract")
    assert text not in desk.journal()
    again = Desk(custom=[head], journal=desk.journal())
    assert again.triage(text, now="2026-11-23T09:00:00Z").to_json() == desk.triage(
        text, now="2026-11-23T09:00:00Z"
    ).to_json()
    assert desk.undo(number) and not desk.undo(number)
    assert desk.triage(text).intent == before.intent


def test_what_cannot_be_corrected_is_said(desk: Desk) -> None:
    with pytest.raises(SettingsError, match="mood"):
        desk.correct("hello there", mood="low")
    with pytest.raises(SettingsError, match="at least one"):
        desk.correct("hello there")
    with pytest.raises(SettingsError, match="journal"):
        Desk(journal="{}")


def test_threads_correct_and_read_together() -> None:
    desk = Desk()
    texts = [f"the {word} lamp did the thing" for word in ("red", "green", "blue", "white")]

    def work(text: str) -> None:
        for _ in range(10):
            desk.correct(text, urgency="low")
            desk.triage(text)

    threads = [threading.Thread(target=work, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(json.loads(desk.journal())["corrections"]) == 40
    assert all(desk.triage(text).urgency.label == "low" for text in texts)
