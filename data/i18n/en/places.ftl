# Sites, teams, households: where members work and with whom they live.

place-members = Members
place-names = Names
place-move = move
place-closed = closed { $day }
place-still = { $count ->
    [one] One member still works at { $name }.
   *[other] { $count } members still work at { $name }.
}
place-new-site = There is no site { $name } yet. Shall it be one?
place-moved = { $count ->
    [0] Nobody had to move: { $place }
    [one] Moved: { $place }
   *[other] { $count } people moved: { $place }
}
sites-empty = No site yet. n enters the first one; a site also begins with the first member who works there.
teams-empty = No team yet. n enters the first one; a team also begins with the first member who works in it.
filter-open = Open
filter-closed = Closed
column-closed = Closed on
sort-members = by members
sort-site = by site
household-other = The household { $name } lives in { $village }. If this is another one, call it { $own }.
place-close = close
