# Cash counts, closes, control.

