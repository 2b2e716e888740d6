"""From what was read to the right article: records found, compared, accepted and merged."""
