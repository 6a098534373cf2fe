"""
Drawings, computed: where everything stands, without a word of HTML. Templates in ``drawings/`` write them.
"""
