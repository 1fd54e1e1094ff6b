"""Kill publications in the middle, really (SIGKILL): python -m tests.kills [how many] [seed].

Every child publishes to a store of its own and is killed: half of them at a random step of SQLite's work within the
transaction, which no busy machine can move out of it, most others at a random moment, some just after the commit. The
store must then hold exactly what it held before or what it holds after, open again and take another publication.
"""
