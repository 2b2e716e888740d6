"""Being written right now (started 09:40) by whoever wrote test_privacy.py: leave it, take another."""
