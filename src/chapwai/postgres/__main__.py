"""`python -m chapwai.postgres`: the embedded database from the command line."""

import sys

from chapwai.postgres.command import main

sys.exit(main())
