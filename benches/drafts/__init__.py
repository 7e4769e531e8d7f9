"""What drafts are like, measured beside replies of human agents; `make drafts-report`."""
