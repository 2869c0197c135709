# Filters of lists, columns to choose, and changes of many records together.

filter-new = New filter…
filter-own = Own filter
filter-form = filter
filter-name = Name
filter-statuses = Status
filter-sex = Sex
filter-site = Site
filter-team = Team, pit
filter-role = Role
filter-village = Village
filter-age_from = Age from
filter-age_to = Age to
filter-card = Miner card
filter-card_days = Expires within
filter-missing = Not recorded
filter-admitted_from = Admitted from
filter-admitted_to = Admitted to
filter-validation = Assembly
filter-words = Words
hint-filter-name = empty: not kept
hint-filter-any = any of several, with commas
hint-filter-days = days, for “expires soon”
hint-filter-words = name, number, telephone…
card-state-valid = Valid
card-state-soon = Expires soon
card-state-expired = Expired
card-state-none = None
validation-open = Not yet validated
err-criterion = There is no criterion { $text }.
err-filter-order = This comes before the beginning; nobody can match.
say-filter-removed = Filter removed: { $name }
ask-filter-remove = Remove this filter?
filter-remove = { $name }: only the filter goes, nobody in the list. Enter removes it, Esc keeps it.
sort-card = by end of the card

column-village = Village
column-card = Card until
column-team = Team
column-role = Role
column-joined = Joined
column-former = Old no.
err-columns-none = A list needs at least one column.

bulk-title = change { $count ->
    [one] 1 person
   *[other] { $count } people
}
hint-bulk = - empties it
hint-bulk-blank = blank: stays as it is
hint-bulk-note = added to what stands there
hint-bulk-on = blank: today
field-note-line = Further note
bulk-reading = Looking at each one…
bulk-writing = Writing…
bulk-change = To change
bulk-same = Have it already
bulk-refused = Left out
bulk-emptied = (emptied)
bulk-nothing = Nobody would change.
bulk-go = { $count ->
    [one] Enter changes 1 person, as one step that can be undone. Esc goes back to the form.
   *[other] Enter changes { $count } people, as one step that can be undone. Esc goes back to the form.
}
bulk-done = { $count ->
    [one] 1 person changed.
   *[other] { $count } people changed.
}
bulk-done-refused = { $count ->
    [one] 1 person changed
   *[other] { $count } people changed
}, { $refused } left out because somebody else has just changed them: { $names }
err-bulk-empty = Nothing is filled in: choose at least one thing to change.
err-bulk-nothing = Nobody was changed: somebody else has just changed all of them. Look again.
err-bulk-step = Does not follow from “{ $from }”.
err-bulk-stale = Somebody else has just changed this person.
err-bulk-reason = This belongs to a change of status: choose the status, or leave it blank.
bulk-summary = summary
say-filter-saved = Filter saved: { $name }
filter-replaces = There is a filter { $name } already; it would be replaced.
bulk-new = { $name } (new: nobody is there yet)
