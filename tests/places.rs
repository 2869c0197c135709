//! Stories of sites, teams, households and places of work, told through keys, in both languages.

use crate::common::{Book, driver::Driver, snap};
use ushirika::{
    command,
    domain::{
        member::{Field, Member, Sex, Status},
        noun::{self, Entry, PLACEMENT},
    },
};

/// Seven people at two sites, in two teams and a household.
fn book() -> Book {
    let book = Book::empty();
    let people = [
        ("Kabeya", "Luamuela", "Équipe 4", Sex::F, "Kabeya"),
        ("Ilunga", "Luamuela", "Équipe 4", Sex::M, "Kabeya"),
        ("Mwamba", "Luamuela", "Puits 7", Sex::M, ""),
        ("Zola", "Luamuela", "", Sex::F, ""),
        ("Bukasa", "Bakwa Tshimuna", "", Sex::M, ""),
        ("Feza", "Bakwa Tshimuna", "", Sex::F, ""),
        ("Yoka", "", "", Sex::M, ""),
    ];
    let mut store = book.store();
    for (surname, site, team, sex, household) in people {
        let mut member = Member {
            surname: surname.into(),
            site: site.into(),
            sex: Some(sex),
            village: "Miabi".into(),
            status: Status::Active,
            joined_on: "2026-03-01".parse().ok(),
            ..Member::default()
        };
        member.put(Field::Team, team.into());
        member.put(Field::Household, household.into());
        command::member::save(&mut store, &book.session, None, &member).expect("a member");
    }
    let id = store.places(&noun::TEAM, ushirika::store::place_list::PlaceSort::Name, &[]).unwrap()[0];
    let mut team = store.entry(&noun::TEAM, id).unwrap();
    team.put("leader_number", "1");
    command::entry::save(&mut store, &book.session, None, &team).expect("a team");
    book
}

fn both(name: &str, keys: &str) {
    for lang in ["en", "fr"] {
        let book = book();
        let mut d = Driver::open(&book, lang);
        d.press(keys);
        snap(&format!("{name}-{lang}"), &d.screen());
    }
}

#[test]
fn lists_and_pages_of_sites_teams_and_households() {
    both("sites", "f6");
    both("teams", "f7");
    both("site", "f6 down enter");
    both("team", "f7 enter");
    both("household", "ctrl-p \"kabeya household\" ctrl-u \"kabeya\" down enter");
}

#[test]
fn papers_are_printed_from_the_lists_of_sites_and_teams() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("f6").to("Bakwa Tshimuna").press("p enter").sees("Bakwa Tshimuna").sees("F2 preview");
    d.press("esc*3 f7").to("quipe 4").press("p enter").sees("quipe 4").sees("F2 preview");
}

#[test]
fn the_palette_finds_places_by_name() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("ctrl-p \"bakwa\"").sees("Bakwa Tshimuna").press("enter").sees("Members › sites › Bakwa Tshimuna");
    d.press("ctrl-p \"quipe\" enter").sees("Members › teams › Équipe 4").sees("0001 KABEYA");
    // who leads is one key away, and so is the site
    d.press("down enter").sees("Members › sites › Luamuela").press("esc down enter").sees("Members › 0001 KABEYA");
    d.press("ctrl-p \"teams\" enter").sees("Puits 7");
}

#[test]
fn a_site_is_entered_renamed_and_closed() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("f6 n \"Luamuela\" f2").sees("“Luamuela” is there already");
    d.press("ctrl-u \"Lukelenge\" tab \"Kasaï-Oriental\" f2").sees("Saved: Site").sees("Lukelenge");
    // renamed: who works there still does
    d.press("/ \"luam\" enter e ctrl-u \"Luamuela Nord\" f2").sees("Luamuela Nord");
    let store = book.store();
    let member = |number| store.member(store.member_by_number(number).unwrap().unwrap()).unwrap();
    assert_eq!(member(1).site, "Luamuela Nord");
    // closed on a day, with a word about who is still there; never erased
    d.press("d").sees("23/11/2026").press("f2").sees("4 members still work at Luamuela Nord").press("enter");
    d.press("f \"closed\" enter").sees("Luamuela Nord").sees_no("Lukelenge");
    d.press("u enter f \"closed\" enter").sees_no("Luamuela Nord");
    assert!(store.check().unwrap().ok);
}

#[test]
fn the_members_of_a_site_are_one_key_away() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("f6 / \"luam\" enter enter").sees("Members").to("4 · F 2 · M 2").press("enter");
    d.sees("4 of 7").sees("ZOLA").sees_no("BUKASA");
    d.press("esc").to("Équipe 4").press("enter").to("2 · F 1 · M 1").press("enter").sees("2 of 7").sees_no("ZOLA");
}

#[test]
fn a_team_is_added_to_a_site_and_stays_there_while_people_work_in_it() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("ctrl-p \"bakwa\" enter n enter \"Puits 9\" f2").sees("Puits 9");
    d.press("f7 / \"quipe\" enter e tab ctrl-u \"Bakwa Tshimuna\" f2").sees("People work in Équipe 4");
    d.press("esc enter esc").to("Puits 9").press("e tab ctrl-u \"Luamuela\" f2").sees("Saved: Team");
}

#[test]
fn a_member_moves_on_a_day() {
    for lang in ["en", "fr"] {
        let book = book();
        let mut d = Driver::open(&book, lang);
        let (place, moved) =
            if lang == "en" { ("place of", "Moved: Bakwa Tshimuna") } else { ("lieu de", "Affecté : Bakwa Tshimuna") };
        d.press(&format!("2 / \"mwamba\" enter enter n \"{place}\" enter \"bakw\" down tab tab ctrl-u \"1/9/26\" tab"));
        snap(&format!("move-{lang}"), &d.screen());
        d.press("f2").sees(moved);
        snap(&format!("moved-{lang}"), &d.screen());
        let store = book.store();
        let id = store.member_by_number(3).unwrap().unwrap();
        assert_eq!(store.member(id).unwrap().site, "Bakwa Tshimuna");
        let lines: Vec<String> = store
            .entries(&PLACEMENT, ("member", id))
            .unwrap()
            .iter()
            .map(|e| ["site", "team", "from_on", "until_on"].map(|code| e.get(code)).join("|"))
            .collect();
        assert_eq!(lines, ["Luamuela|Puits 7|2026-03-01|2026-09-01", "Bakwa Tshimuna||2026-09-01|"]);
        // no day before that, and what was written is put right on the page
        d.press(&format!("n \"{place}\" enter \"Luamuela\" tab tab ctrl-u \"1/8/26\" f2")).sees("01/09/2026");
        d.press("esc enter u enter");
        assert_eq!(store.member(id).unwrap().site, "Luamuela");
        assert!(store.check().unwrap().ok);
    }
}

#[test]
fn a_place_of_work_is_put_right_on_the_page() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("2 / \"mwamba\" enter enter").to("Luamuela").press("end").to("Puits 7 · from");
    d.press("enter ctrl-u \"Bakwa Tshimuna\" tab ctrl-u tab ctrl-u \"1/5/26\" f2").sees("Saved: Place of work");
    let store = book.store();
    let id = store.member_by_number(3).unwrap().unwrap();
    let member = store.member(id).unwrap();
    assert_eq!((member.site.as_str(), member.kept(Field::Team)), ("Bakwa Tshimuna", ""));
    // nobody works at two places: the word stands beside the field
    let mut second = Entry::new(&PLACEMENT, ("member", id));
    second.put("site", "Luamuela");
    assert_eq!(store.entry_fault(&second).unwrap().unwrap().0, "until_on");
}

#[test]
fn a_team_that_the_new_site_has_not_is_left_behind() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("2 / \"mwamba\" enter e tab*7 ctrl-u \"Bakwa Tshimuna\" f2").sees("Saved");
    let store = book.store();
    let member = store.member(store.member_by_number(3).unwrap().unwrap()).unwrap();
    assert_eq!((member.site.as_str(), member.kept(Field::Team)), ("Bakwa Tshimuna", ""));
    assert_eq!(store.teams_of("Bakwa Tshimuna").unwrap(), [""; 0]);
}

#[test]
fn a_move_half_typed_waits_for_the_next_start() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("2 / \"mwamba\" enter enter n \"place of\" enter \"Lukelenge\"");
    d.app.tick(true);
    d.settle();
    drop(d);
    let mut d = Driver::open(&book, "en");
    d.sees("Draft, place of work: Lukelenge").press("enter").sees("0003 MWAMBA › move").press("f2");
    d.sees("There is no site Lukelenge yet").press("enter").sees("Moved: Lukelenge").sees_no("Draft");
}

#[test]
fn two_households_of_one_name_are_told_apart() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("2 n \"Kabeya\" tab \"Elesi\" tab*5 \"Boya\" pagedown*3 \"Kabeya\" f2")
        .sees("The household Kabeya lives in Miabi")
        .sees("Kabeya (Boya)");
    d.press("esc ctrl-u \"Kabeya (Boya)\" f2").sees("Saved");
    let store = book.store();
    let id = store.household_by_name("kabeya (boya)").unwrap().expect("a household of its own");
    assert_eq!(store.entry(&noun::HOUSEHOLD, id).unwrap().get("village"), "Boya");
}
