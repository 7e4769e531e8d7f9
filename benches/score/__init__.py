"""What twoears and its peers are asked, how answers are scored, and the tables that come of it. Standard library alone."""
