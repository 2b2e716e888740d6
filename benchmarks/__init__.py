"""What is measured rather than tested: speed, memory, and how well the reading reads."""
