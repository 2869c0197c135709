//! What a search finds is what looking at everybody finds, in every order, whatever was written meanwhile.

use crate::{
    domain::{
        birth::Birth,
        book::Country,
        filter::{Criterion, Filter},
        fold::{contains_all, fold},
        member::{Field, Member, Sex, Status},
        search,
        work::WORKS,
    },
    store::{
        Reader,
        id_set::IdSet,
        member_find::Find,
        member_list::{Key, Slice, Sort},
        member_search::{Condition, conditions},
        testing::*,
    },
};
use chrono::Days;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The n-th of many, with what filters ask for.
fn person(n: usize) -> Member {
    let mut person = member(n);
    person.birth = [
        Some(Birth::Year(1960 + (n % 60) as i32)),
        Some(Birth::About(1975 + (n % 40) as i32)),
        Some(Birth::Day(today() - Days::new(6_570 + (n % 9) as u64 - 4))),
        None,
    ][n % 4];
    person.works = WORKS.iter().skip(n % 5).take(n % 3).collect();
    person.id_number = if n.is_multiple_of(3) { String::new() } else { format!("{:04} {n:03}", n * 37 % 10_000) };
    if n.is_multiple_of(4) {
        person.phone = String::new();
    }
    person.put(Field::Team, ["", "Puits 1", "Équipe Étoile"][n % 3].to_owned());
    if n.is_multiple_of(2) {
        let until = today() + Days::new((n * 13 % 120) as u64) - Days::new(60);
        person.put(Field::CardNumber, format!("CEEC-{n}"));
        person.put(Field::CardExpiresOn, until.to_string());
    }
    if n.is_multiple_of(7) {
        person.put(Field::ValidatedOn, today().to_string());
        person.put(Field::FormNumber, format!("F{n}"));
    }
    person
}

fn book_of(count: usize) -> Book {
    let mut book = book();
    let all = |act: &crate::store::Act| (0..count).try_for_each(|n| act.insert_member(&person(n)).map(drop));
    book.store.act(&book.amina, &WRITE, &[], all).unwrap();
    book
}

/// Somebody like the n-th, on a paper form of their own: each form is in the book once.
fn fresh(n: usize, store: &crate::store::Store) -> Member {
    let mut person = person(n);
    person.put(Field::FormNumber, format!("G{}", store.last_act().unwrap()));
    person
}

/// Everything, slice by slice.
fn all(limit: usize, mut slice: impl FnMut(Option<&Key>, usize) -> Slice) -> Vec<i64> {
    let (mut ids, mut after) = (Vec::new(), None);
    loop {
        let next = slice(after.as_ref(), limit);
        ids.extend(next.ids);
        after = next.next;
        if after.is_none() {
            return ids;
        }
    }
}

fn everybody(reader: &Reader, sort: Sort) -> Vec<i64> {
    all(64, |after, limit| reader.member_slice(sort, &[], after, limit).unwrap())
}

fn key(reader: &Reader, id: i64) -> String {
    reader.conn.query_row("SELECT search_key FROM member WHERE id = ?1", [id], |row| row.get(0)).unwrap()
}

/// Whether a member meets a filter, by the rules of the domain alone.
fn meets(member: &Member, filter: &Filter) -> bool {
    let is = |criterion: Criterion, kept: &str| {
        filter.get(criterion).is_empty() || fold(filter.get(criterion)) == fold(kept)
    };
    let any = |criterion: Criterion, holds: &dyn Fn(&str) -> bool| {
        filter.get(criterion).is_empty() || filter.codes(criterion).any(holds)
    };
    let age = member.birth.map(|birth| birth.age(today()) as u32);
    let until = member.day(Field::CardExpiresOn);
    let soon = today() + Days::new(filter.count(Criterion::CardDays).unwrap_or(30).into());
    any(Criterion::Statuses, &|code| member.status.code() == code)
        && is(Criterion::Sex, member.sex.map_or("?", Sex::code))
        && is(Criterion::Site, &member.site)
        && is(Criterion::Team, member.kept(Field::Team))
        && is(Criterion::Village, &member.village)
        && any(Criterion::Role, &|code| member.works.iter().any(|work| work.code == code))
        && filter.count(Criterion::AgeFrom).is_none_or(|from| age.is_some_and(|age| age >= from))
        && filter.count(Criterion::AgeTo).is_none_or(|to| age.is_some_and(|age| age <= to))
        && any(Criterion::Card, &|code| match code {
            "none" => until.is_none(),
            "expired" => until.is_some_and(|until| until < today()),
            "valid" => until.is_some_and(|until| until >= today()),
            _ => until.is_some_and(|until| until >= today() && until <= soon),
        })
        && any(Criterion::Missing, &|code| member.get(Field::from_code(code).unwrap()).is_empty())
        && filter.day(Criterion::AdmittedFrom).is_none_or(|day| member.joined_on.is_some_and(|on| on >= day))
        && filter.day(Criterion::AdmittedTo).is_none_or(|day| member.joined_on.is_some_and(|on| on <= day))
        && (filter.get(Criterion::Validation).is_empty()
            || member.status == Status::Active && member.kept(Field::ValidatedOn).is_empty())
}

/// Compares the search with looking at everybody; gives how many there are.
fn compare(reader: &Reader, filter: &Filter, typed: &str, sort: Sort, limit: usize) -> usize {
    let wanted = conditions(filter, typed, today(), Country::Cd);
    let words = [filter.get(Criterion::Words), typed];
    let has = |id: i64| {
        let key = key(reader, id);
        words.iter().all(|words| search::pieces(words, Country::Cd).iter().all(|piece| piece.is_in(&key)))
    };
    let order = everybody(reader, sort);
    let naive: Vec<i64> =
        order.iter().copied().filter(|id| has(*id) && meets(&reader.member(*id).unwrap(), filter)).collect();
    if !typed.contains(|c: char| c.is_ascii_digit()) && words[0].is_empty() {
        let plain = |id: &&i64| contains_all(&key(reader, **id), &fold(typed));
        let plain = order.iter().filter(plain).filter(|id| meets(&reader.member(**id).unwrap(), filter)).count();
        assert_eq!(plain, naive.len(), "{typed}");
    }
    let walked = all(limit, |after, limit| reader.member_slice(sort, &wanted, after, limit).unwrap());
    assert_eq!(walked, naive, "{filter:?} {typed:?}");
    let set = |condition: &Condition| -> IdSet {
        let found = all(limit, |after, limit| reader.member_matches(condition, after, limit).unwrap());
        let set: IdSet = found.iter().copied().collect();
        assert_eq!(set.len(), found.len(), "nobody twice: {condition:?}");
        set
    };
    let sets: Vec<IdSet> = wanted.iter().map(set).collect();
    let met: Vec<i64> = order.into_iter().filter(|id| sets.iter().all(|set| set.contains(*id))).collect();
    assert_eq!(met, naive, "{filter:?} {typed:?}");
    naive.len()
}

fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        // any part of what stands in the keys
        "(kabeya|ilunga|mbuyi|élonga|tshimanga|luamuela|bakwa|puits|ceec|g1|p0)".prop_flat_map(|word: String| {
            let letters: Vec<char> = word.chars().collect();
            (0..letters.len(), 1..=letters.len())
                .prop_map(move |(from, count)| letters[from..(from + count).min(letters.len())].iter().collect())
        }),
        "[0-9]{1,5}",
        "(081|81 0|\\+243 81|00243 8|0810000[0-9]{2}|[0-9]{4} 0[0-9]{2})",
        "[a-zÉé'\"*:^+(){}-]{1,4}",
        "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.join(" "))
}

fn filter() -> impl Strategy<Value = Filter> {
    let one = prop_oneof![
        ("[a-z]", prop::sample::subsequence(vec!["active", "applicant", "suspended"], 1..3))
            .prop_map(|(_, codes)| ("statuses", codes.join(","))),
        prop::sample::select(vec!["F", "M"]).prop_map(|code| ("sex", code.to_owned())),
        prop::sample::select(vec!["Luamuela", "bakwa", "nowhere"]).prop_map(|name| ("site", name.to_owned())),
        prop::sample::select(vec!["puits 1", "Equipe etoile"]).prop_map(|name| ("team", name.to_owned())),
        prop::sample::select(vec!["ea", "Luamuela"]).prop_map(|name| ("village", name.to_owned())),
        prop::sample::select(vec!["digger", "washer,driller"]).prop_map(|codes| ("role", codes.to_owned())),
        (15u32..30).prop_map(|age| ("age_from", age.to_string())),
        (15u32..60).prop_map(|age| ("age_to", age.to_string())),
        prop::sample::select(vec!["none", "expired", "valid", "soon"]).prop_map(|code| ("card", code.to_owned())),
        (0u32..90).prop_map(|days| ("card_days", days.to_string())),
        prop::sample::select(vec!["phone", "sex,birth", "id_number", "form_number"])
            .prop_map(|codes| ("missing", codes.to_owned())),
        (1u32..28).prop_map(|day| ("admitted_from", format!("2020-01-{day:02}"))),
        (1u32..28).prop_map(|day| ("admitted_to", format!("2020-01-{day:02}"))),
        Just(("validation", "open".to_owned())),
        "[a-z0-9]{1,3}".prop_map(|words| ("words", words)),
    ];
    prop::collection::vec(one, 0..4).prop_map(|criteria| {
        let kept: BTreeMap<String, String> = criteria.into_iter().map(|(code, kept)| (code.to_owned(), kept)).collect();
        Filter::from(kept)
    })
}

fn searches() -> impl Strategy<Value = Vec<(Filter, String, Sort, usize)>> {
    let sort = prop::sample::select(Sort::ALL.to_vec());
    prop::collection::vec((filter(), typed(), sort, prop::sample::select(vec![1usize, 7, 1_000])), 12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_search_finds_whom_looking_at_everybody_finds(searches in searches(), changes in prop::collection::vec((0usize..60, 0u8..4), 4)) {
        let mut book = book_of(60);
        let mut last = Vec::new();
        for (filter, typed, sort, limit) in &searches[..6] {
            compare(&book.store, filter, typed, *sort, *limit);
        }
        for (n, change) in changes {
            let ids = everybody(&book.store, Sort::Name);
            let old = book.store.member(ids[n % ids.len()]).unwrap();
            match change {
                0 => drop(book.add(&fresh(n + 100, &book.store))),
                1 => {
                    let mut new = Member { surname: "Zébulon".to_owned(), id: old.id, rev: old.rev, ..person(n + 1) };
                    // each paper form is in the book once
                    new.put(Field::FormNumber, old.kept(Field::FormNumber).to_owned());
                    book.store.act(&book.amina, &WRITE, &[], |act| act.update_member(&new).map(drop)).unwrap();
                }
                2 => {
                    // who was entered and is taken back is gone from every table
                    let id = book.add(&fresh(n + 200, &book.store));
                    let act = book.store.last_act().unwrap();
                    book.store.undo(&book.amina, &UNDO, &[], &WRITE, act).unwrap();
                    prop_assert!(book.store.member(id).is_err());
                }
                _ => {
                    let step = old.status.next()[0];
                    book.store
                        .act(&book.amina, &WRITE, &[], |act| {
                            act.set_member_status((old.id, old.rev), step, today(), "", "").map(drop)
                        })
                        .unwrap();
                    if let Some(act) = last.pop() {
                        let _ = book.store.undo(&book.amina, &UNDO, &[], &WRITE, act);
                    }
                }
            }
            last.push(book.store.last_act().unwrap());
        }
        for (filter, typed, sort, limit) in &searches[6..] {
            compare(&book.store, filter, typed, *sort, *limit);
        }
        assert_sound(&book.store);
    }
}

#[test]
fn the_search_of_everything_finds_numbers_as_they_are_typed() {
    let book = book_of(40);
    let find = |typed: &str| {
        let (mut find, mut found) = (Find::new(typed, Country::Cd, 12), Vec::new());
        while !find.is_ended() {
            found.extend(book.store.find_members(&mut find).unwrap());
        }
        let ids: BTreeSet<i64> = found.iter().map(|row| row.id).collect();
        assert_eq!(ids.len(), found.len(), "nobody twice");
        found
    };
    assert_eq!(find("0003")[0].number, Some(3));
    for typed in ["0810000013", "+243 81 000 0013", "81 000 00 13", "810000013"] {
        assert_eq!(find(typed)[0].phone, "+243810000013", "{typed}");
    }
    assert_eq!(find("0629 017")[0].id, find("0629017")[0].id, "an identity paper with or without its blank");
    assert_eq!(find("ceec-14")[0].card_until, book.store.member(15).unwrap().day(Field::CardExpiresOn));
    assert!(!find("bakwa lu").is_empty() && !find("ka b").is_empty());
    assert_eq!(find("\"' OR * -\"").len(), 0);
    assert_eq!(find(" "), []);
}
