"""SMTP out, bounces in. No library words."""
