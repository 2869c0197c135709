//! Many members changed together: what is planned is done, whatever is done is taken back.

use crate::{
    command::{
        act,
        bulk::{self, Change, Tally},
        member::Step,
    },
    domain::{
        book::Country,
        day::Order,
        member::{Field, Member, Reading, Status},
        user::Role,
    },
    store::{Error, Reader, testing::*},
};
use proptest::prelude::*;

fn reading() -> Reading {
    Reading { today: today(), country: Country::Cd, order: Order::Dmy }
}

fn step(status: Status) -> Step {
    Step { status, on: today(), reason: "absent".to_owned(), decision: "AG 3".to_owned() }
}

fn fields(fields: &[(Field, &str)]) -> Change {
    Change { fields: fields.iter().map(|(field, typed)| (*field, (*typed).to_owned())).collect(), ..Change::default() }
}

fn plan(reader: &Reader, ids: &[i64], change: &Change) -> bulk::Plan {
    bulk::plan(reader, ids, change.clone(), reading(), &mut |_| true).unwrap()
}

/// A book of members with cards, teams and notes, each different.
fn book_of(count: usize) -> Book {
    let mut book = book();
    for n in 0..count {
        let mut one = member(n);
        one.put(Field::Team, ["", "Puits 1", "Puits 2"][n % 3].to_owned());
        if n.is_multiple_of(4) {
            one.put(Field::CardNumber, format!("C{n}"));
            one.put(Field::CardExpiresOn, format!("2027-01-{:02}", 1 + n % 28));
            one.note = format!("note {n}");
        }
        book.add(&one);
    }
    book
}

/// Everything that an undo must bring back: audited tables with derived columns, kept counts, what is found.
fn image(reader: &Reader) -> Vec<String> {
    let mut image = dump(reader);
    image.extend(derived(reader));
    image
}

#[test]
fn the_plan_says_who_changes_who_has_it_and_who_cannot() {
    let mut book = book_of(12);
    let ids: Vec<i64> = (1..=12).collect();
    let change = Change { step: Some(step(Status::Suspended)), ..fields(&[(Field::Site, "LUAMUELA")]) };
    let before = image(&book.store);
    let plan = plan(&book.store, &ids, &change);
    // every fifth is an applicant, who cannot be suspended
    let refused: Vec<i64> = plan.named.iter().map(|refused| refused.member.id).collect();
    assert_eq!(refused, [1, 6, 11]);
    assert_eq!(plan.named[0].why.id, "err-bulk-step");
    assert_eq!((plan.changed.all, plan.same.all, plan.refused.all), (9, 0, 3));
    let women = (1..=12).filter(|id| !refused.contains(id) && (id - 1) % 3 == 0).count();
    assert_eq!(plan.changed.women, women);
    assert_eq!(image(&book.store), before, "a plan writes nothing");
    let amina = book.amina.clone();
    let done = bulk::apply(&mut book.store, &amina, &plan, &mut |_| true).unwrap();
    assert_eq!((done.count, done.refused.len()), (9, 0));
    let second = book.store.member(2).unwrap();
    assert_eq!((second.status, second.site.as_str()), (Status::Suspended, "Luamuela"));
    let line = book.store.member_statuses(2).unwrap().pop().unwrap();
    assert_eq!((line.reason.as_str(), line.decision.as_str()), ("absent", "AG 3"));
    let again = self::plan(&book.store, &ids, &change);
    assert_eq!((again.changed.all, again.same.all), (0, 9), "who has it already is left alone");
    let nothing = bulk::apply(&mut book.store, &amina, &again, &mut |_| true).unwrap_err();
    assert_eq!(nothing.text().id, "err-bulk-nothing");
}

#[test]
fn whoever_was_changed_meanwhile_is_left_out_and_named() {
    let mut book = book_of(6);
    let change = fields(&[(Field::Village, "Kalima")]);
    let plan = plan(&book.store, &[1, 2, 3], &change);
    let mut other = book.store.member(2).unwrap();
    other.phone = "+243999999999".to_owned();
    let amina = book.amina.clone();
    crate::command::member::save(&mut book.store, &amina, None, &other).unwrap();
    assert!(plan.is_old(&book.store).unwrap());
    let done = bulk::apply(&mut book.store, &amina, &plan, &mut |_| true).unwrap();
    assert_eq!((done.count, done.refused[0].member.id, done.refused[0].why.id), (2, 2, "err-bulk-stale"));
    assert_ne!(book.store.member(2).unwrap().village, "Kalima");
    // a record that was taken away since it was marked is nobody any more
    let gone = book.add(&member(30));
    let act = book.store.last_act().unwrap();
    let late = self::plan(&book.store, &[gone], &change);
    book.store.undo(&amina, &UNDO, &[], &WRITE, act).unwrap();
    let error = bulk::apply(&mut book.store, &amina, &late, &mut |_| true).unwrap_err();
    assert_eq!(error.text().id, "err-bulk-nothing");
    assert_eq!(self::plan(&book.store, &[gone], &change).changed, Tally::default());
}

#[test]
fn who_came_to_a_place_later_is_not_moved_before_that() {
    let mut book = book_of(2);
    let late = book.add(&Member { joined_on: today().succ_opt(), ..member(16) });
    let plan = plan(&book.store, &[1, 2, late], &fields(&[(Field::Site, "Neuf")]));
    assert_eq!((plan.changed.all, plan.named[0].member.id, plan.named[0].why.id), (2, late, "err-move-early"));
}

#[test]
fn notes_grow_fields_are_emptied_and_rules_hold() {
    let mut book = book_of(4);
    let amina = book.amina.clone();
    let note = Change { note: "vu à l’AG".to_owned(), ..fields(&[(Field::Village, "")]) };
    for _ in 0..2 {
        let plan = plan(&book.store, &[1, 2], &note);
        let _ = bulk::apply(&mut book.store, &amina, &plan, &mut |_| true);
    }
    assert_eq!(book.store.member(1).unwrap().note, "note 0\nvu à l’AG", "written once");
    assert_eq!(book.store.member(2).unwrap().note, "vu à l’AG");
    assert_eq!(book.store.member(2).unwrap().village, "");
    let plan = plan(&book.store, &[1, 2, 3], &fields(&[(Field::Birth, "2024")]));
    assert_eq!(
        (plan.refused.all, plan.named[0].why.id),
        (2, "err-joined-before-birth"),
        "rules across fields are asked"
    );
    let cancelled = bulk::plan(&book.store, &[1], note, reading(), &mut |_| false).unwrap_err();
    assert_eq!(cancelled.text().id, "err-cancelled");
    let auditor = session(2, "ana", &[Role::Auditor]);
    crate::command::user::add(&mut book.store, &amina, "ana", &[Role::Auditor], "", None).unwrap();
    let denied = bulk::apply(&mut book.store, &auditor, &plan, &mut |_| true).unwrap_err();
    assert!(matches!(denied, Error::Denied(_)));
}

fn change() -> impl Strategy<Value = Change> {
    let field = prop_oneof![
        prop::sample::select(vec!["Luamuela", "bakwa", "Neuf", ""]).prop_map(|typed| (Field::Site, typed.to_owned())),
        prop::sample::select(vec!["Puits 1", "puits 9", ""]).prop_map(|typed| (Field::Team, typed.to_owned())),
        prop::sample::select(vec!["Éa", "Kalima", ""]).prop_map(|typed| (Field::Village, typed.to_owned())),
        prop::sample::select(vec!["digger,washer", ""]).prop_map(|typed| (Field::Role, typed.to_owned())),
        "[A-Za-zÀ-ÿ ]{0,12}".prop_map(|typed| (Field::Province, typed)),
        (1u32..28).prop_map(|day| (Field::ValidatedOn, format!("{day}/10/2026"))),
        "[A-Za-z ]{0,8}".prop_map(|typed| (Field::Enumerator, typed)),
        Just((Field::Substances, "or, diamant".to_owned())),
        Just((Field::ReregisteredOn, "t".to_owned())),
    ];
    let status = prop::option::of(prop::sample::select(vec![Status::Suspended, Status::Active]));
    (prop::collection::vec(field, 0..4), "[a-zé ]{0,10}", status).prop_map(|(fields, note, status)| Change {
        fields,
        note: note.trim().to_owned(),
        step: status.map(step),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn an_undo_restores_every_record_and_its_history(
        changes in prop::collection::vec((change(), prop::collection::btree_set(1i64..=24, 1..24)), 1..4),
    ) {
        let mut book = book_of(24);
        let amina = book.amina.clone();
        let mut states = vec![image(&book.store)];
        let mut acts = Vec::new();
        for (change, ids) in changes {
            let ids: Vec<i64> = ids.into_iter().collect();
            let plan = plan(&book.store, &ids, &change);
            prop_assert_eq!(plan.changed.all + plan.same.all + plan.refused.all, ids.len());
            match bulk::apply(&mut book.store, &amina, &plan, &mut |_| true) {
                Ok(done) => {
                    prop_assert_eq!(done.count, plan.changed.all);
                    let again = self::plan(&book.store, &ids, &change);
                    prop_assert_eq!(again.changed.all, 0, "{:?}", change);
                    prop_assert_eq!(again.same.all, plan.changed.all + plan.same.all);
                    acts.push(done.act);
                    states.push(image(&book.store));
                }
                Err(error) => {
                    prop_assert_eq!((error.text().id, plan.changed.all), ("err-bulk-nothing", 0));
                    prop_assert_eq!(&image(&book.store), states.last().unwrap());
                }
            }
        }
        assert_sound(&book.store);
        let last = states.last().unwrap().clone();
        for (act, state) in acts.iter().rev().zip(states.iter().rev().skip(1)) {
            let undone = act::undo(&mut book.store, &amina, *act).unwrap();
            prop_assert!(undone.kept.is_empty());
            prop_assert_eq!(&image(&book.store), state);
        }
        assert_sound(&book.store);
        for act in &acts {
            let undo = book.store.act_line(*act).unwrap().undone_by.unwrap();
            act::undo(&mut book.store, &amina, undo).unwrap();
        }
        prop_assert_eq!(&image(&book.store), &last);
    }
}
