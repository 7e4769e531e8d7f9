"""How well personal data is found: what is asked, how answers are matched, and the page. `benches/privacy.py` runs it."""
