//! Two records become one, and two again.

use crate::{
    domain::{
        book::Country,
        command::{Command, Undo},
        meeting::State,
        member::{Field, Member, Status, show_number},
        merge::{Merge, Side},
    },
    store::{
        Error,
        audit::{Class, TABLES},
        log::Op,
        member_find::Find,
        testing::*,
    },
};
use proptest::prelude::*;
use rusqlite::params_from_iter;

/// How a row is written in each table in which rows name a member: ?1 is the id, ?2 the member, ?3 another.
const ROWS: &[(&str, &str)] = &[
    ("card", "(id, member_id, kind, number, expires_on) VALUES (?1, ?2, 'miner', 'C' || ?1, '2027-03-01')"),
    ("kin", "(id, member_id, name, relation) VALUES (?1, ?2, 'Marie', 'spouse')"),
    ("consent", "(id, member_id, purpose, given_on) VALUES (?1, ?2, 'register', '2026-01-01')"),
    ("placement", "(id, member_id, from_on, until_on) VALUES (?1, ?2, '2019-01-01', '2019-12-31')"),
    ("procedure", "(id, member_id, kind, opened_on) VALUES (?1, ?2, 'withdrawal', '2026-01-01')"),
    (
        "procedure_step",
        "(id, member_id, procedure_id, step) SELECT ?1, member_id, id, 'letter' FROM procedure WHERE member_id = ?2 LIMIT 1",
    ),
    ("note", "(id, owner_tbl, owner_id, noted_on, text) VALUES (?1, 'member', ?2, '2026-01-01', 'vu')"),
    (
        "file",
        "(id, owner_tbl, owner_id, kind, path, hash, size, added_on)
         VALUES (?1, 'member', ?2, 'photo', '/x', 'h', 1, '2026-01-01')",
    ),
    ("mandate", "(id, member_id, office, from_on) VALUES (?1, ?2, 'chair', '2026-01-01')"),
    ("attendance", "(id, member_id, meeting_id, rank, name) SELECT ?1, ?2, id, 1, 'N' FROM meeting LIMIT 1"),
    ("conflict", "(id, member_id, meeting_id, motion_id, name) SELECT ?1, ?2, meeting_id, id, 'N' FROM motion LIMIT 1"),
    ("posting", "(id, member_id, entry_id, account_id, booked_on, currency, minor)
         VALUES (?1, ?2, 1, 1, '2026-11-01', 'CDF', 0)"),
    ("due", "(id, member_id, kind, due_on, minor, currency, entry_id) VALUES (?1, ?2, 'dues', '2026-11-01', 5, 'CDF', 1)"),
    ("share_move", "(id, member_id, moved_on, kind, count, nominal_minor, currency, entry_id)
         VALUES (?1, ?2, '2026-11-01', 'opening', 1, 5, 'CDF', 1)"),
    ("receipt", "(id, payer_id, pad_id, number, state, received_on, entered_on)
         VALUES (?1, ?2, 1, ?1, 'issued', '2026-11-01', '2026-11-01')"),
    ("voucher", "(id, payee_id, year, number, state, payee, purpose, minor, currency, account_id, against_id, proposed_on,
         proposed_by, needed) VALUES (?1, ?2, 2026, ?1, 'proposed', 'N', 'eau', 5, 'CDF', 1, 1, '2026-11-01', 'amina', 1)"),
    ("approval", "(id, member_id, voucher_id, name, answer, how, given_at)
         SELECT ?1, ?2, id, 'N', 'approve', 'ink', '2026-11-01' FROM voucher LIMIT 1"),
    ("signing_power", "(id, member_id, account_id) VALUES (?1, ?2, 1)"),
    ("user", "(id, member_id, name, roles) VALUES (?1, ?2, 'u' || ?1, 'auditor')"),
    ("saving", "(id, member_id, cycle_id, met_on, shares, entry_id) VALUES (?1, ?2, 1, '2026-11-01', 1, 1)"),
    ("loan", "(id, member_id, cycle_id, lent_on, due_on, minor, charge_minor, entry_id)
         VALUES (?1, ?2, 1, '2026-11-01', '2026-12-01', 5, 1, 1)"),
    (
        "cash_count",
        "(id, keeper_id, account_id, kind, counted_on, counted_minor, expected_minor, currency, counted_by)
         VALUES (?1, ?2, 1, 'count', '2026-11-01', 5, 5, 'CDF', 'amina')",
    ),
    ("user", "(id, member_id, name, roles) VALUES (?1 + 100, ?2, 'u' || ?1, 'clerk')"),
    ("distinct_pair", "(id, member_id, other_id) SELECT ?1, ?2, ?3 WHERE ?2 <> ?3"),
];

/// Those that are written with a member, and by a merge itself.
const OWN: &[&str] = &["member_status", "number_void", "member_merge"];

fn write(book: &mut Book, n: usize, member: i64, other: i64) {
    let (table, row) = ROWS[n % ROWS.len()];
    book.store
        .act(&book.amina, &WRITE, &[], |act| {
            let id = act.next_id(table)?;
            let values = [id, member, other].into_iter().take(if row.contains("?3") { 3 } else { 2 });
            act.conn.execute(&format!("INSERT INTO {table} {row}"), params_from_iter(values))?;
            act.derive(&act.member(member)?)
        })
        .unwrap();
}

/// A meeting with a motion, and a ledger with an entry of nothing.
fn hold(book: &mut Book) {
    const HELD: &str = "INSERT INTO organ (id, name, kind, name_key) VALUES (1, 'AG', 'assembly', 'ag');
        INSERT INTO meeting (id, organ_id, kind, held_on) VALUES (1, 1, 'annual', '2026-11-01');
        INSERT INTO agenda_item (id, meeting_id, place, title) VALUES (1, 1, 1, 'Comptes');
        INSERT INTO motion (id, meeting_id, item_id, number, kind, text) VALUES (1, 1, 1, 1, 'ordinary', 'Approuver');
        INSERT INTO account (id, kind, chart, currency) VALUES (1, 'cash', 'cash', 'CDF');
        INSERT INTO fund (id, name, kind, name_key) VALUES (1, 'F', 'loan', 'f');
        INSERT INTO journal_entry (id, number, kind, booked_on, text) VALUES (1, 1, 'opening', '2026-11-01', '');
        INSERT INTO posting (id, entry_id, account_id, booked_on, currency, minor) VALUES (1, 1, 1, '2026-11-01', 'CDF', 0);
        INSERT INTO sequence VALUES ('posting', 1);
        INSERT INTO pad (id, name, kind, name_key) VALUES (1, 'P', 'own', 'p');
        INSERT INTO cycle (id, name, from_on, until_on, share_minor, share_currency, most_shares, loan_multiple, charge,
            account_id, fund_id, social_fund_id, name_key)
            VALUES (1, 'C', '2026-01-01', '2026-12-31', 5, 'CDF', 5, 3, 0, 1, 1, 1, 'c')";
    book.store.act(&book.amina, &WRITE, &[], |act| Ok(act.conn.execute_batch(HELD)?)).unwrap();
}

fn merge(book: &mut Book, a: i64, b: i64, choose: usize) -> Merge {
    let mut merge = Merge::of(book.store.member(a).unwrap(), book.store.member(b).unwrap());
    if choose % 5 == 4 {
        let _ = merge.exchange();
    }
    for (at, difference) in merge.differences.iter_mut().enumerate() {
        if choose >> at & 1 == 1 && !(difference.field == Field::Status && merge.gone.number.is_none()) {
            difference.side = if difference.side == Side::Kept { Side::Gone } else { Side::Kept };
        }
    }
    book.store.act(&book.amina, &WRITE, &[], |act| act.merge_members(&merge)).unwrap();
    merge
}

fn undo(book: &mut Book, act: i64) -> crate::store::Result<crate::store::undo::Undone> {
    let original = Command { id: "test.write", roles: &[], undo: Undo::Whole, pin: false };
    book.store.undo(&book.amina, &UNDO, &[], &original, act)
}

fn edit(book: &mut Book, id: i64, village: &str) {
    let mut member = book.store.member(id).unwrap();
    member.village = village.to_owned();
    book.store.act(&book.amina, &WRITE, &[], |act| act.update_member(&member)).unwrap();
}

/// Everything there is, with what is kept beside it.
fn image(book: &Book) -> Vec<String> {
    [dump(&book.store), voids(book), derived(&book.store)].concat()
}

fn voids(book: &Book) -> Vec<String> {
    let sql = "SELECT json_array(first, last, reason, member_id) FROM number_void ORDER BY 1";
    let mut statement = book.store.conn.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// The rows of all tables that name a member.
fn naming(book: &Book, id: i64) -> i64 {
    let mut count = 0;
    for table in TABLES.iter().filter(|table| table.class == Class::Audited) {
        for (column, and) in book.store.member_columns(table).unwrap() {
            let sql = format!("SELECT count(*) FROM {} WHERE {column} = ?1{and}", table.name);
            count += book.store.conn.query_row(&sql, [id], |row| row.get::<_, i64>(0)).unwrap();
        }
    }
    count
}

#[test]
fn every_table_whose_rows_name_a_member_is_tried() {
    let book = book();
    for table in TABLES.iter().filter(|table| table.class == Class::Audited) {
        let names_one = !book.store.member_columns(table).unwrap().is_empty();
        let is_tried = ROWS.iter().any(|(name, _)| *name == table.name) || OWN.contains(&table.name);
        assert_eq!(names_one, is_tried, "{}", table.name);
    }
}

#[test]
fn both_numbers_lead_to_the_record_that_stays_and_its_history_tells_of_both() {
    let mut book = book();
    let first = book.add(&member(1));
    let double = Member { former_number: "A-17".to_owned(), surname: "Muamba".to_owned(), ..member(2) };
    let second = book.add(&double);
    edit(&mut book, second, "Kindu");
    write(&mut book, 0, second, first);
    let before = book.store.history("member", second, None, 50).unwrap();
    let done = merge(&mut book, first, second, 0);
    assert_eq!((done.kept.id, done.gone.id), (first, second));
    let reader = book.reader();
    assert_eq!(reader.member_by_number(2).unwrap(), Some(first));
    assert_eq!(reader.members_by_former_number("a-17").unwrap(), [first]);
    for typed in ["2", "0002", "A-17", "muamba", "C1"] {
        let mut find = Find::new(typed, Country::Cd, 9);
        let mut found = Vec::new();
        while !find.is_ended() {
            found.extend(reader.find_members(&mut find).unwrap());
        }
        assert!(found.iter().any(|row| row.id == first), "{typed}");
    }
    assert_eq!(voids(&book), [format!("[2,2,\"merged\",{first}]")]);
    let next = book.add(&member(3));
    assert_eq!(book.store.member(next).unwrap().number, Some(3), "a number is never given again");
    // what happened to the record that went before is told with the other
    let history = book.store.history("member", first, None, 50).unwrap();
    assert!(before.iter().all(|act| history.iter().any(|line| line.id == act.id)));
    assert_eq!(book.store.record_label("member", second).unwrap(), "MUAMBA P0 G2");
    let changes = book.store.record_changes(history[0].id, "member", first).unwrap();
    assert!(changes.iter().any(|c| c.op == Op::Delete && c.table == "member" && c.record == second));
    assert_sound(&book.store);
}

#[test]
fn places_statuses_and_days_follow_their_rules() {
    let mut book = book();
    let a = book.add(&Member { joined_on: today().pred_opt(), ..member(3) });
    let b = book.add(&Member { site: "Bakwa".to_owned(), ..member(4) });
    let done = merge(&mut book, a, b, 0);
    let member = book.store.member(a).unwrap();
    assert_eq!((member.site.as_str(), member.joined_on), ("Luamuela", done.gone.joined_on), "the earlier day");
    let open = "SELECT count(*) FROM placement WHERE member_id = ?1 AND until_on IS NULL";
    assert_eq!(book.store.conn.query_row(open, [a], |row| row.get::<_, i64>(0)).unwrap(), 1);
    assert_eq!(book.store.member_statuses(a).unwrap().len(), 2);
    // an applicant goes into the member, whatever the order
    let applicant = book.add(&self::member(5));
    let done = merge(&mut book, applicant, a, 0);
    assert_eq!((done.kept.id, book.store.member(a).unwrap().status), (a, Status::Active));
    assert_sound(&book.store);
}

#[test]
fn what_was_changed_since_blocks_the_undo_and_is_named() {
    let mut book = book();
    let (a, b, c) = (book.add(&member(1)), book.add(&member(2)), book.add(&member(4)));
    write(&mut book, 0, b, a);
    merge(&mut book, a, b, 0);
    let merged = book.store.last_act().unwrap();
    let card = "UPDATE card SET number = 'X' WHERE member_id = ?1";
    book.store
        .act(&book.amina, &WRITE, &[], |act| {
            act.conn.execute(card, [a])?;
            act.derive(&act.member(a)?)
        })
        .unwrap();
    let edited = book.store.last_act().unwrap();
    let Err(Error::Blocked(blockers)) = undo(&mut book, merged) else { panic!() };
    assert_eq!((blockers[0].act, blockers[0].table.as_str(), blockers.len()), (edited, "card", 1));
    undo(&mut book, edited).unwrap();
    // the record that stayed went into a third one
    assert_eq!(merge(&mut book, c, a, 4).kept.id, c);
    let again = book.store.last_act().unwrap();
    let Err(Error::Blocked(blockers)) = undo(&mut book, merged) else { panic!() };
    assert!(blockers.iter().all(|blocker| blocker.act == again));
    assert_eq!(book.store.member_by_number(2).unwrap(), book.store.member_by_number(1).unwrap());
    undo(&mut book, again).unwrap();
    undo(&mut book, merged).unwrap();
    assert!(book.store.member(b).is_ok());
    assert_sound(&book.store);
}

#[test]
fn a_record_that_was_changed_meanwhile_is_looked_at_again() {
    let mut book = book();
    let (a, b) = (book.add(&member(1)), book.add(&member(2)));
    let read = Merge::of(book.store.member(a).unwrap(), book.store.member(b).unwrap());
    for id in [a, b] {
        edit(&mut book, id, &format!("Kindu {id}"));
        let stale = book.store.act(&book.amina, &WRITE, &[], |act| act.merge_members(&read));
        assert!(matches!(stale, Err(Error::Stale)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// A merge taken back leaves every record, card, household and history as it was, whatever was done to others
    /// meanwhile.
    #[test]
    fn a_merge_taken_back_leaves_nothing_behind(
        rows in proptest::collection::vec((0usize..9, 0usize..6, 0usize..6), 0..30),
        choose in 0usize..4096,
        pair in (0usize..6, 1usize..6),
        later in proptest::collection::vec((0usize..9, 0usize..6), 0..6),
    ) {
        let mut book = book();
        let people: Vec<i64> = (0..6).map(|n| {
            let mut person = member(n);
            person.put(Field::Household, if n % 2 == 0 { "Ilunga".to_owned() } else { String::new() });
            person.put(Field::Team, if n % 3 == 0 { "Puits 3".to_owned() } else { String::new() });
            book.add(&person)
        }).collect();
        hold(&mut book);
        for (n, a, b) in rows {
            write(&mut book, n, people[a], people[b]);
        }
        // minutes that are frozen keep their names, and do not stand in the way
        book.store.act(&book.amina, &WRITE, &[], |act| {
            act.set_meeting_state(1, State::Planned, State::Closed)?;
            act.freeze_minutes(&act.meeting(1)?)
        }).unwrap();
        let (a, b) = (people[pair.0], people[(pair.0 + pair.1) % 6]);
        let start = image(&book);
        let histories: Vec<_> = people.iter().map(|id| book.store.history("member", *id, None, 99).unwrap()).collect();
        let done = merge(&mut book, a, b, choose);
        let merged = book.store.last_act().unwrap();
        assert_sound(&book.store);
        prop_assert_eq!(naming(&book, done.gone.id), 0);
        let number = done.gone.number.map(show_number).unwrap_or_default();
        let found = &book.store.conn.query_row("SELECT search_key FROM member WHERE id = ?1", [done.kept.id], |row| row.get::<_, String>(0)).unwrap();
        prop_assert!(found.contains(&number));
        let mut acts = Vec::new();
        for (n, at) in later {
            let id = people[at];
            if id != a && id != b {
                edit(&mut book, id, &format!("Village {n}"));
                acts.push(book.store.last_act().unwrap());
            }
        }
        undo(&mut book, merged).unwrap();
        for act in acts.into_iter().rev() {
            undo(&mut book, act).unwrap();
        }
        assert_sound(&book.store);
        prop_assert_eq!(&image(&book), &start);
        for (id, before) in people.iter().zip(histories) {
            let now = book.store.history("member", *id, None, 99).unwrap();
            let then: Vec<i64> = now.iter().map(|line| line.id).filter(|id| *id < merged).collect();
            prop_assert_eq!(then, before.iter().map(|line| line.id).collect::<Vec<_>>());
        }
        // and again, and back again
        let undone = book.store.act_line(merged).unwrap().undone_by.unwrap();
        let redone = undo(&mut book, undone).unwrap().act;
        assert_sound(&book.store);
        prop_assert!(matches!(book.store.member(done.gone.id), Err(Error::NotFound)));
        undo(&mut book, redone).unwrap();
        prop_assert_eq!(image(&book), start);
        assert_sound(&book.store);
    }
}
