"""Step 4: check a table. Logistic regression on the 256-d vector alone, fitted on train, scored on test; and the cosine to the teacher."""
import argparse, os
import numpy as np
from sklearn.linear_model import LogisticRegression
from common import clean, counts, embed, load, load_tokenizer, rounded, rows_of, say


def fit(x, labels, xt, gold, strength):
    head = LogisticRegression(C=strength, max_iter=2000, tol=1e-5).fit(x, labels)
    return float((head.predict(xt) == np.array(gold)).mean())


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", required=True, help="folder of the public sets")
    p.add_argument("--fit", nargs="*", default=[], help="labelled .jsonl files for intent")
    p.add_argument("--dev", help="labelled .jsonl file to score intent on")
    p.add_argument("--tokenizer", required=True)
    p.add_argument("--table", required=True, help="encoder.safetensors, or the table before rounding (.npy)")
    p.add_argument("--bits", nargs="*", type=int, default=[], help="also as stored in so many bits (for .npy)")
    p.add_argument("--sets", nargs="*", default=["hwu64", "banking77", "intent"])
    p.add_argument("--strength", type=float, default=20, help="C of the logistic regression")
    a = p.parse_args()
    tok = load_tokenizer(a.tokenizer)
    table = np.load(a.table) if a.table.endswith(".npy") else load(a.table)[0]
    forms = [("as is", table)] + [(f"int{b}", rounded(table, b)) for b in a.bits]
    for name in a.sets:
        if name == "intent":
            train, test, label = [r for f in a.fit for r in rows_of(f)], rows_of(a.dev), "intent"
        else:
            train, test = (rows_of(os.path.join(a.data, name, s + ".jsonl")) for s in ("train", "test"))
            label = "label"
        x, xt = (counts(tok, [clean(r["text"]) for r in part], len(table)) for part in (train, test))
        for form, t in forms:
            score = fit(embed(x, t), [r[label] for r in train], embed(xt, t), [r[label] for r in test], a.strength)
            say(f"{name:10} {form:6} {score:.3f}  ({len(train)} -> {len(test)})")


if __name__ == "__main__":
    main()
