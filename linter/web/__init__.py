"""The page on a projector and the JSON API: what a browser sends, handed to the analyser, and its answers shown."""
