"""Other people's classifiers on the same rows as twoears. Their pinned versions stand in requirements.txt.

Named here by what their folders of answers are called: where each class or function stands. Nothing is imported yet.
"""

LEARNING = {
    "TF-IDF + linear SVM": ("tfidf", "TfIdf"),
    "fastText": ("fast_text", "FastText"),
    "model2vec + logistic regression": ("static_table", "Static"),
    "MiniLM frozen + logistic regression": ("minilm", "Frozen"),
}
LEXICA = {"VADER": ("lexicon", "vader"), "TextBlob": ("lexicon", "text_blob")}
