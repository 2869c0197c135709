# History, undo and redo.

history-title = History
history-undone = undone
history-redo = redo
history-undo = undo
history-more = and { $count } more rows
history-void = number { $number } stays void: { $reason }
history-blanked = (data removed)

undo-title = Undo?
redo-title = Redo?
undo-looking = Looking at what has been changed since…
undo-lead = { $at } { $user }: { $what }
undo-count = { $count ->
    [one] One record goes back to what it was.
   *[other] { $count } records go back to what they were.
}
undo-reverses = { $count ->
    [one] One entry of the ledger is reversed; nothing is erased.
   *[other] { $count } entries of the ledger are reversed; nothing is erased.
}
undo-kept = { $count ->
    [one] One record was changed since and is kept:
   *[other] { $count } records were changed since and are kept:
}
undo-kept-more = … and { $count } more
undo-nothing = Nothing of it can be undone: everything was changed since.
undo-key = Enter does it, Esc leaves everything as it is.
undo-none = There is nothing of yours to undo.
redo-none = There is nothing to redo.
undo-done = { $kept ->
    [0] Undone: { $what }
   *[other] Undone: { $what }; { $kept } records were kept.
}
redo-done = Redone: { $what }
field-decision = Decision
field-removed_on = Removed on
undo-goes = { $count ->
    [one] One record that it made goes; the history keeps it.
   *[other] { $count } records that it made go; the history keeps them.
}
