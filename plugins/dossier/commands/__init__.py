"""
What can be done with a dossier on the command line: one module a command.

Each module has ``HELP``, a line; ``arguments(parser)``, which adds what it takes besides the dossier; and ``run(options)``, which returns the exit status.
Each is imported only when it is asked for, so that a quick command need not wait for the others' libraries.
"""
