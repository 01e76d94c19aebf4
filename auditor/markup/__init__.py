"""What a document's elements mean to a person who does not see the page.

`page` is the tree; `style`, `roles`, `names`, `shown` and `focus` say what a browser would make of
its elements. Facts of the standards stand in `aria` (WAI-ARIA 1.2) and `implicit` (HTML-AAM).
"""
