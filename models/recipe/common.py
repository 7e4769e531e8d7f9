"""What every step shares: reading and cleaning texts, cutting them into wordpieces, summing rows of a table, and the int4 file."""
import hashlib, html, json, os, re, struct, sys, time
import numpy as np
from scipy.sparse import csr_matrix
from tokenizers import Tokenizer

DIM = 256
SPECIAL = re.compile(r"^\[(CLS|SEP|PAD|MASK|UNK|unused\d+)\]$")
URL = re.compile(r"(?:https?\s*:\s*//|www\.)\S+|\b(?:t\.co|bit\.ly|ow\.ly|goo\.gl|youtu\.be)/\S+", re.I)
MENTION = re.compile(r"(?<![\w@])@\w+")


def clean(text):
    """As the library listens: entities turned back, links and @mentions dropped, white space collapsed."""
    text = html.unescape(html.unescape(text))
    return " ".join(MENTION.sub(" ", URL.sub(" ", text)).split())


def key(text):
    """Two texts with the same key count as one."""
    return " ".join(re.findall(r"\w+", text.lower()))


def dice(text, salt):
    """A number in [0, 1) that depends on the text alone: the same choice on every run."""
    return int.from_bytes(hashlib.sha256(f"{salt}|{text}".encode()).digest()[:7], "big") / 2**56


def rows_of(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def say(*words):
    print(time.strftime("%H:%M:%S"), *words, flush=True)


def load_tokenizer(path):
    tok = Tokenizer.from_file(path)
    tok.no_truncation()
    tok.no_padding()
    return tok


def vocabulary(tok):
    by_id = sorted(tok.get_vocab(with_added_tokens=True).items(), key=lambda kv: kv[1])
    assert [i for _, i in by_id] == list(range(len(by_id))), "ids must run from 0 without a gap"
    return [t for t, _ in by_id]


def counts(tok, texts, size, most=128):
    """Texts as a sparse matrix: row = text, column = wordpiece, value = how often. No [CLS], no [SEP]."""
    ptr, col = [0], []
    for at in range(0, len(texts), 20000):
        for e in tok.encode_batch(texts[at:at + 20000], add_special_tokens=False):
            col.extend(e.ids[:most])
            ptr.append(len(col))
    m = csr_matrix((np.ones(len(col), np.float32), np.array(col, np.int32), np.array(ptr, np.int64)), shape=(len(texts), size))
    m.sum_duplicates()
    return m


def unit(m):
    return m / np.maximum(np.linalg.norm(m, axis=1, keepdims=True), 1e-9)


def embed(x, table):
    return unit(x @ table)


# --- quantising, one scale a row ---

def quantise(table, low=-8, high=7, steps=48):
    """Whole numbers low..high and the scale of each row that leaves the smallest squared error."""
    top = np.maximum(np.abs(table).max(1), 1e-12)
    best_q, best_s, best_e = None, None, np.full(len(table), np.inf)
    for part in np.linspace(0.55, 1.02, steps):
        s = (top * part / high).astype(np.float32)
        q = np.clip(np.rint(table / s[:, None]), low, high)
        e = ((q * s[:, None] - table) ** 2).sum(1)
        if best_q is None:
            best_q, best_s, best_e = q, s, e
        else:
            w = e < best_e
            best_q[w], best_s[w], best_e[w] = q[w], s[w], e[w]
    best_s[np.abs(table).max(1) < 1e-9] = 0
    best_q[best_s == 0] = 0
    return best_q.astype(np.int8), best_s


def rounded(table, bits):
    """The table as it comes back after being stored in so many bits."""
    half = 2 ** (bits - 1)
    q, s = quantise(table, -half, half - 1)
    return q.astype(np.float32) * s[:, None]


def save(path, table, vocab, about):
    """Write the file in one go: a temporary beside it, then a rename. The layout stands in README.md."""
    q, scale = quantise(table)
    nibble = (q.astype(np.int16) + 8).astype(np.uint8)
    half = nibble.shape[1] // 2
    packed = nibble[:, :half] | (nibble[:, half:] << 4)
    words = np.frombuffer("\n".join(vocab).encode(), np.uint8)
    about = {"format": 1, "kind": "encoder", "dim": int(table.shape[1]), "name": "twoears-en-1", "teacher": "all-MiniLM-L6-v2",
             "teacher_licence": "Apache-2.0", **about}
    # Written by hand, so that the order of header and tensors never varies; F32 first keeps it aligned.
    parts = [("scale", "F32", scale.astype("<f4")), ("table", "U8", packed), ("vocab", "U8", words)]
    head, at = {"__metadata__": {"twoears": json.dumps(about, sort_keys=True, separators=(",", ":"))}}, 0
    for name, kind, a in parts:
        head[name] = {"dtype": kind, "shape": list(a.shape), "data_offsets": [at, at + a.nbytes]}
        at += a.nbytes
    text = json.dumps(head, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path + ".tmp", "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text)
        for _, _, a in parts:
            f.write(np.ascontiguousarray(a).tobytes())
    os.replace(path + ".tmp", path)
    with open(path, "rb") as f:
        data = f.read()
    say(path, len(data), "bytes, sha256", hashlib.sha256(data).hexdigest())


def load(path):
    """The file back as (table f32, vocabulary, about)."""
    from safetensors import safe_open
    with safe_open(path, "np") as f:
        t, s, v = f.get_tensor("table"), f.get_tensor("scale"), f.get_tensor("vocab")
        about = json.loads(f.metadata()["twoears"])
    q = np.concatenate([t & 15, t >> 4], 1).astype(np.float32) - 8
    return q * s[:, None], v.tobytes().decode().split("\n"), about
