"""
Records and pages as templates see them.
"""
