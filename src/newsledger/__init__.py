"""Newsledger reads news articles and writes a ledger: what happened, when, who said so, and who carries it."""
