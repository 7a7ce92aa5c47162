import sys

from screener.__main__ import main

sys.exit(main())
