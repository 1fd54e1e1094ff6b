"""How long the tests wait for what hangs. They know no other time: a busy machine makes a test slow, never red."""

HANG_SECONDS = 300
