"""Step 3: the table. Starts from each wordpiece's own vector, then learns to imitate the teacher's sentence vectors; writes encoder.safetensors.

With --epochs 0 it stops after the start: a usable, untrained table.
"""
import argparse, os
import numpy as np
from common import DIM, SPECIAL, counts, embed, load_tokenizer, quantise, rounded, save, say, unit, vocabulary

SIF = 1e-3  # frequent wordpieces weigh SIF / (SIF + share of the text): Arora et al. 2017


def lines(path):
    with open(path, encoding="utf-8") as f:
        return f.read().split("\n")[:-1]


def principal(vectors, dim):
    """Mean and first axes of the teacher's sentence vectors; each axis signed so that its largest part is positive."""
    v = vectors.astype(np.float64)
    mean = v.mean(0)
    _, axes = np.linalg.eigh((v - mean).T @ (v - mean))
    axes = axes[:, ::-1][:, :dim]
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(dim)])
    return mean.astype(np.float32), axes.astype(np.float32)


def start(pieces, axes, x, vocab):
    """Each wordpiece through the teacher alone, less what all of them share, on the axes, by SIF weight."""
    share = np.asarray(x.sum(0)).ravel()
    share = share / share.sum()
    special = np.array([bool(SPECIAL.match(w)) for w in vocab])
    v = pieces.astype(np.float32)
    v -= v[~special].mean(0)
    table = (v @ axes) * (SIF / (SIF + share))[:, None].astype(np.float32)
    table[special] = 0
    return table, special


def train(table, x, y, held, a):
    """Adam on 1 - cosine, touching only the rows a batch holds. `a.pull` draws rows back to the start; the last epochs see the int4 table."""
    begin, t = table.copy(), table.copy()
    m, v = np.zeros_like(t), np.zeros_like(t)
    rng = np.random.default_rng(a.seed)
    steps, step = a.epochs * (x.shape[0] // a.batch), 0
    for epoch in range(a.epochs):
        order, loss, rough = rng.permutation(x.shape[0]), 0.0, None
        for at in range(0, len(order) - a.batch + 1, a.batch):
            pick = order[at:at + a.batch]
            xb, yb = x[pick], y[pick].astype(np.float32)
            rows, xb.indices = np.unique(xb.indices, return_inverse=True)
            xb.indices = xb.indices.astype(np.int32)
            xb = type(xb)((xb.data, xb.indices, xb.indptr), shape=(len(pick), len(rows)))
            live = t[rows]
            if epoch >= a.epochs - a.int4_epochs:  # straight through: forward as stored, backward as if not
                q, s = quantise(live, steps=12)
                rough = q.astype(np.float32) * s[:, None]
            s = xb @ (live if rough is None else rough)
            n = np.maximum(np.linalg.norm(s, axis=1, keepdims=True), 1e-6)
            s /= n
            c = (s * yb).sum(1, keepdims=True)
            loss += float((1 - c).sum())
            g = xb.T @ ((c * s - yb) / n)
            if a.pull:
                g += a.pull * (live - begin[rows])
            step += 1
            rate = a.rate * min(1, step / 100) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * step / steps)))
            m[rows] = m1 = 0.9 * m[rows] + 0.1 * g
            v[rows] = v1 = 0.99 * v[rows] + 0.01 * g * g
            t[rows] = live - rate * (m1 / (1 - 0.9**step)) / (np.sqrt(v1 / (1 - 0.99**step)) + 1e-8)
        say(f"epoch {epoch + 1}: loss {loss / len(order):.4f}, held-out cosine {(embed(held[0], t) * held[1]).sum(1).mean():.4f}")
    return t


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--work", required=True, help="folder with train, spans, held (.txt and .npy), pieces.npy, sets.json")
    p.add_argument("--tokenizer", required=True)
    p.add_argument("--out", required=True, help="encoder.safetensors")
    p.add_argument("--f32", help="also keep the table before rounding (.npy)")
    p.add_argument("--epochs", type=int, default=5)
    p.add_argument("--int4-epochs", type=int, default=1)
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--batch", type=int, default=1024)
    p.add_argument("--pull", type=float, default=0.1)
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    at = lambda name: os.path.join(a.work, name)
    tok = load_tokenizer(a.tokenizer)
    vocab = vocabulary(tok)

    x = counts(tok, lines(at("train.txt")), len(vocab))
    mean, axes = principal(np.load(at("train.npy" if os.path.exists(at("train.npy")) else "held.npy")), DIM)
    target = lambda name: unit((np.load(at(name)).astype(np.float32) - mean) @ axes)
    held = counts(tok, lines(at("held.txt")), len(vocab)), target("held.npy")
    table, special = start(np.load(at("pieces.npy")), axes, x, vocab)
    say(f"start: held-out cosine {(embed(held[0], table) * held[1]).sum(1).mean():.4f}")
    if a.epochs:
        from scipy.sparse import vstack
        x = vstack([x, counts(tok, lines(at("spans.txt")), len(vocab))]).tocsr()
        y = np.concatenate([target("train.npy"), target("spans.npy")]).astype(np.float16)
        table = train(table, x, y, held, a)
    table[special] = 0
    for bits in (8, 4):
        say(f"int{bits}: held-out cosine {(embed(held[0], rounded(table, bits)) * held[1]).sum(1).mean():.4f}")
    if a.f32:
        np.save(a.f32, table)
    save(a.out, table, vocab, {"trained": bool(a.epochs), "texts": int(x.shape[0])})


if __name__ == "__main__":
    main()
