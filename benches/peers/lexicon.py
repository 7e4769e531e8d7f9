"""VADER and TextBlob: sentiment from lists of words, nothing learned. Scores run from -1 to 1."""
import pathlib

import textblob
import vaderSentiment
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

# Positive from here on, negative from minus that on: VADER's README, and TextBlob's own sign.
FROM = {"VADER": 0.05, "TextBlob": 1e-9}
# The word lists that answers come from.
FILES = {
    "VADER": sorted(pathlib.Path(vaderSentiment.__path__[0]).glob("*.txt")),
    "TextBlob": sorted(pathlib.Path(textblob.__path__[0]).glob("en/en-sentiment.xml")),
}


def vader():
    """VADER's compound score of a text."""
    analyzer = SentimentIntensityAnalyzer()
    return lambda text: analyzer.polarity_scores(text)["compound"]


def text_blob():
    """TextBlob's polarity of a text."""
    return lambda text: TextBlob(text).sentiment.polarity


def label(name: str, score: float) -> str:
    """One of three labels."""
    if abs(score) < FROM[name]:
        return "neutral"
    return "positive" if score > 0 else "negative"
