"""
What a reader would notice between two commits of a dossier, told in Markdown to whoever has to let it pass.

``git`` reads a commit, ``sides`` loads what it holds, ``comparison`` pairs the records, ``changes`` tells how two of a pair differ.
``sections/`` has one module for each thing that is told, in the order in which it is told: what can defame comes first.
``report`` puts them together within the size that a page of GitHub's takes. Every text goes through ``inert``, so that it can be nothing but text.
"""
