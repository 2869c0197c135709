//! Lists against the register.

use crate::{
    command::{
        act,
        import::{self, Enter, Incoming, Outcome, Plan},
    },
    domain::{
        Text,
        birth::Birth,
        duplicate::Why,
        member::{Field, Issue, Member, Status},
        user::Role,
    },
    store::{Error, testing::*},
};

fn row(row: usize, fields: &[(Field, &str)]) -> Incoming {
    let reading = crate::domain::member::Reading {
        today: today(),
        country: crate::domain::book::Country::Cd,
        order: crate::domain::day::Order::Dmy,
    };
    let mut member = Member::default();
    for (field, text) in fields {
        member.set(*field, text, &reading).unwrap();
    }
    Incoming { row, member, given: fields.iter().map(|(field, _)| *field).collect(), issues: Vec::new() }
}

fn plan(book: &Book, rows: Vec<Incoming>) -> Plan {
    import::plan(&book.store, rows, Enter::Applicants, today(), &mut |_| true).unwrap()
}

fn outcomes(plan: &Plan) -> Vec<Outcome> {
    plan.rows.iter().map(|row| row.outcome).collect()
}

fn with(book: &mut Book, fields: &[(Field, &str)]) -> i64 {
    let mut member = row(0, fields).member;
    member.status = Status::Active;
    book.add(&member)
}

use Field::{
    Birth as Born, FormNumber, FormerNumber, GivenName, IdNumber, Number, Phone, PostName, Status as State, Surname,
    Village,
};
use Outcome::{Changed, New, Refused, Same};

#[test]
fn rows_find_their_member_by_number_old_number_paper_or_name() {
    let mut book = book();
    let id = with(
        &mut book,
        &[
            (Surname, "Kabeya"),
            (PostName, "Ngoyi"),
            (FormerNumber, "A-17"),
            (IdNumber, "0123 4567"),
            (Village, "Éa"),
            (Phone, "0812345678"),
        ],
    );
    let plan = plan(
        &book,
        vec![
            row(1, &[(Number, "0001"), (Surname, "KABEYA"), (PostName, "NGOYI"), (Village, "EA")]),
            row(2, &[(FormerNumber, "a-17"), (Surname, "Kabeya"), (Phone, "0999999999")]),
            row(3, &[(IdNumber, "01234567"), (Surname, "Kabeya")]),
            row(5, &[(Surname, "Ilunga")]),
        ],
    );
    // each of the first three is the member; only the first that says so is taken
    assert_eq!(outcomes(&plan), [Same, Refused, Refused, New]);
    assert!(plan.rows[..3].iter().all(|row| row.member.id == id));
    assert_eq!(plan.rows[1].changes, [(Phone, "+243812345678".to_owned(), "+243999999999".to_owned())]);
    assert_eq!(plan.rows[2].issues[0].text.id, "err-import-twice");
    let plan = super::import::plan(&book, vec![row(4, &[(Surname, "Ngoyi Kabeya"), (Village, "Kindu")])]);
    assert_eq!(plan.rows[0].changes, [(Village, "Éa".to_owned(), "Kindu".to_owned())]);
}

#[test]
fn a_name_decides_only_when_nothing_speaks_against_it() {
    let mut book = book();
    with(&mut book, &[(Surname, "Kabeya"), (GivenName, "Jean"), (Born, "1980")]);
    with(&mut book, &[(Surname, "Mbuyi")]);
    with(&mut book, &[(Surname, "Mbuyi")]);
    let plan = plan(
        &book,
        vec![
            row(1, &[(Surname, "Kabeya"), (GivenName, "Jean"), (Born, "1999")]),
            row(2, &[(Surname, "Mbuyi"), (Phone, "0899999999")]),
            row(3, &[(Surname, "Jean Kabeya"), (Phone, "0812345678")]),
        ],
    );
    assert_eq!(outcomes(&plan), [New, New, New], "two rows bear the name: none of them is sure");
    assert_eq!(plan.rows[1].issues[0].text.id, "warn-import-several");
    let sure = super::import::plan(&book, vec![row(3, &[(Surname, "Jean Kabeya"), (Phone, "0812345678")])]);
    assert_eq!(outcomes(&sure), [Changed]);
    assert_eq!(sure.rows[0].member.surname, "Kabeya", "the same words are not written otherwise");
}

#[test]
fn keys_that_name_different_members_warn() {
    let mut book = book();
    let first = with(&mut book, &[(Surname, "Kabeya"), (FormerNumber, "1")]);
    with(&mut book, &[(Surname, "Mbuyi"), (IdNumber, "77")]);
    let plan = plan(&book, vec![row(1, &[(FormerNumber, "1"), (IdNumber, "77"), (Surname, "Kabeya")])]);
    assert_eq!((plan.rows[0].member.id, plan.rows[0].issues[0].text.id), (first, "warn-import-other"));
}

#[test]
fn a_blank_never_overwrites_and_a_status_only_where_it_may_follow() {
    let mut book = book();
    let id = with(&mut book, &[(Surname, "Kabeya"), (Phone, "0812345678")]);
    let plan = plan(&book, vec![row(1, &[(Number, "1"), (Phone, ""), (State, "resigned"), (Born, "1980")])]);
    assert_eq!(outcomes(&plan), [Changed]);
    let amina = book.amina.clone();
    let done = import::import(&mut book.store, &amina, &plan, "liste.csv", &mut |_| true).unwrap();
    assert_eq!((done.new, done.changed), (0, 1));
    let member = book.store.member(id).unwrap();
    assert_eq!(member.phone, "+243812345678");
    assert_eq!((member.status, member.birth), (Status::Resigned, Some(Birth::Year(1980))));
    assert_eq!(book.store.member_statuses(id).unwrap().len(), 2);
    let plan = super::import::plan(&book, vec![row(1, &[(Number, "1"), (State, "suspended")])]);
    assert_eq!(outcomes(&plan), [Same]);
    assert_eq!(plan.rows[0].issues[0].text.id, "warn-import-status");
    assert_eq!(
        import::import(&mut book.store, &amina, &plan, "", &mut |_| true).unwrap_err().text().id,
        "err-import-nothing"
    );
    assert_sound(&book.store);
}

#[test]
fn new_people_enter_as_the_user_said() {
    let mut book = book();
    let rows = || {
        vec![
            row(1, &[(Surname, "A"), (Number, "7")]),
            row(2, &[(Surname, "B"), (State, "applicant")]),
            row(3, &[(Surname, "C"), (State, "excluded")]),
        ]
    };
    let admitted = import::plan(&book.store, rows(), Enter::Admitted(Some(today())), today(), &mut |_| true).unwrap();
    let became: Vec<_> = admitted.rows.iter().map(|r| (r.member.status, r.member.joined_on)).collect();
    let on = Some(today());
    assert_eq!(became, [(Status::Active, on), (Status::Applicant, None), (Status::Excluded, on)]);
    assert_eq!(admitted.rows[0].member.former_number, "7", "numbers are given, not taken");
    assert_eq!(admitted.rows[0].issues[0].text.id, "warn-import-number");
    let jp = session(2, "jp", &[Role::Clerk]);
    let amina = book.amina.clone();
    book.store.act(&amina, &WRITE, &[], |act| act.insert_user("jp", &[Role::Clerk], "")).unwrap();
    let refused = import::import(&mut book.store, &jp, &admitted, "", &mut |_| true);
    assert!(matches!(refused, Err(Error::Denied(_))));
    let mut applicants = import::plan(&book.store, rows(), Enter::Applicants, today(), &mut |_| true).unwrap();
    applicants.rows[2].left_out = true;
    assert_eq!(applicants.to_write(), 2);
    import::import(&mut book.store, &jp, &applicants, "", &mut |_| true).unwrap();
    let totals = book.store.member_totals().unwrap();
    assert_eq!((totals.count(&[Status::Applicant], None), totals.count(&[], None)), (2, 2));
}

#[test]
fn a_plan_is_stale_once_somebody_else_has_changed_a_member() {
    let mut book = book();
    let plan = plan(&book, (0..70).map(|n| row(n, &[(Surname, &format!("N{n}"))])).collect());
    let amina = book.amina.clone();
    let stopped = import::import(&mut book.store, &amina, &plan, "", &mut |done| done == 0);
    assert_eq!(stopped.unwrap_err().text().id, "err-cancelled");
    book.add(&member(1));
    let stale = import::import(&mut book.store, &amina, &plan, "", &mut |_| true);
    assert!(matches!(stale, Err(Error::Stale)));
    assert_eq!(book.store.member_totals().unwrap().count(&[], None), 1, "nothing is half written");
}

#[test]
fn who_may_be_the_same_person_is_shown_and_not_merged() {
    let mut book = book();
    let id = with(&mut book, &[(Surname, "Kabeya"), (GivenName, "Jean"), (Born, "1980")]);
    let plan = plan(
        &book,
        vec![
            row(1, &[(Surname, "Mbuyi"), (IdNumber, "517"), (Phone, "0812345678")]),
            row(2, &[(Surname, "Mbuyu"), (IdNumber, " 51 7 ")]),
            row(3, &[(Surname, "Jean"), (GivenName, "Kabeya"), (FormerNumber, "1")]),
            row(4, &[(Surname, "Jean"), (GivenName, "Kabeya"), (FormerNumber, "2")]),
        ],
    );
    assert_eq!(outcomes(&plan), [New, New, New, New]);
    let found: Vec<_> = plan.duplicates.iter().map(|d| (d.row, d.with_row, d.with_member)).collect();
    assert_eq!(found, [(2, Some(1), None), (3, None, Some(id)), (4, None, Some(id)), (4, Some(3), None)]);
    assert_eq!(
        (plan.duplicates[0].alike.score, &plan.duplicates[0].alike.why),
        (58, &vec![Why::NameAlike, Why::IdNumber])
    );
}

#[test]
fn rows_that_are_refused_take_part() {
    let mut book = book();
    let id = with(&mut book, &[(Surname, "Kabeya"), (GivenName, "Jean"), (Born, "31/5/1980"), (Village, "Muya")]);
    let nameless = |at| Incoming {
        issues: vec![Issue { field: Surname, text: Text::new("err-surname"), is_error: true }],
        ..row(at, &[(GivenName, "Jean"), (Born, "31/5/1980"), (Village, "Muya"), (IdNumber, "517")])
    };
    let plan = plan(&book, vec![nameless(7), nameless(8), row(9, &[(Surname, "Ilunga"), (IdNumber, "517")])]);
    assert_eq!(outcomes(&plan), [Refused, Refused, New]);
    let found: Vec<_> = plan.duplicates.iter().map(|d| (d.row, d.with_row, d.with_member)).collect();
    let members = [(7, None, Some(id)), (8, None, Some(id)), (8, Some(7), None)];
    assert_eq!(found, [&members[..], &[(9, Some(7), None), (9, Some(8), None)]].concat());
}

#[test]
fn an_import_of_a_thousand_is_taken_back_without_the_two_that_were_edited() {
    let mut book = book();
    let rows = (0..1000).map(|n| Incoming { row: n, member: member(n), given: vec![Surname], issues: Vec::new() });
    let plan = import::plan(&book.store, rows, Enter::Admitted(None), today(), &mut |_| true).unwrap();
    let amina = book.amina.clone();
    let done = import::import(&mut book.store, &amina, &plan, "liste 2025.xlsx", &mut |_| true).unwrap();
    assert_eq!(done.new, 1000);
    for n in [17, 500] {
        let id = book.store.member_by_number(n).unwrap().unwrap();
        let mut member = book.store.member(id).unwrap();
        member.known_as = "Papa".to_owned();
        crate::command::member::save(&mut book.store, &amina, None, &member).unwrap();
    }
    let undone = act::undo(&mut book.store, &amina, done.act).unwrap();
    let kept: Vec<String> = undone
        .kept
        .iter()
        .filter(|group| group.table == "member")
        .map(|group| book.store.record_label(&group.table, group.id).unwrap())
        .collect();
    assert_eq!(kept.len(), 2);
    assert_eq!(book.store.member_totals().unwrap().count(&[], None), 2);
    assert_eq!(book.store.last_number(crate::store::Series::Member).unwrap(), 1000);
    assert_sound(&book.store);
}

#[test]
fn a_list_read_twice_makes_no_doubles_even_of_people_with_one_name() {
    let mut book = book();
    let list = || {
        vec![
            row(1, &[(Surname, "Kabeya"), (Phone, "0812345678")]),
            row(2, &[(Surname, "Kabeya"), (Phone, "0812345678")]),
            row(3, &[(Surname, "Kabeya"), (Village, "Kindu")]),
        ]
    };
    let first = plan(&book, list());
    assert_eq!(outcomes(&first), [New, New, New]);
    import::import(&mut book.store, &book.amina, &first, "list.csv", &mut |_| true).unwrap();
    assert_eq!(outcomes(&plan(&book, list())), [Same, Same, Same]);
    // who says something else may be a fourth
    assert_eq!(outcomes(&plan(&book, vec![row(1, &[(Surname, "Kabeya"), (Village, "Boma")])])), [New]);
}

#[test]
fn a_number_does_not_rename_one_member_to_another() {
    let mut book = book();
    with(&mut book, &[(Surname, "Kabeya")]);
    with(&mut book, &[(Surname, "Ilunga")]);
    let plan =
        plan(&book, vec![row(1, &[(Number, "1"), (Surname, "Ilunga")]), row(2, &[(Number, "2"), (Surname, "Ilonga")])]);
    assert_eq!(outcomes(&plan), [Refused, Changed]);
}

#[test]
fn a_paper_form_is_imported_once() {
    let mut book = book();
    with(&mut book, &[(Surname, "Kabeya"), (FormNumber, "F-1")]);
    let plan = plan(
        &book,
        vec![
            row(1, &[(Surname, "Kabeya"), (FormNumber, "F-1"), (Village, "Miabi")]),
            row(2, &[(Surname, "Ilunga"), (FormNumber, "f-1")]),
            row(3, &[(Surname, "Mwamba"), (FormNumber, "F-2")]),
            row(4, &[(Surname, "Zola"), (FormNumber, "f-2")]),
        ],
    );
    assert_eq!(outcomes(&plan), [Changed, Refused, New, Refused]);
    let reasons: Vec<&str> = plan.rows.iter().filter_map(|r| r.issues.first().map(|i| i.text.id)).collect();
    assert_eq!(reasons, ["err-form-taken", "err-import-form"]);
}
