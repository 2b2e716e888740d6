"""`python -m linesim`."""

import sys

from linesim.command import main

if __name__ == "__main__":
    sys.exit(main())
