"""`python -m chapwai` is the `chapwai` command."""

import sys

from chapwai.config.command import main

if __name__ == "__main__":
    sys.exit(main())
