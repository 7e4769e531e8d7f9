"""Knowledge bases of public sets, the peers that are asked the same questions, and the page of figures."""
