//! Minutes told through keys: written as people speak, by two at once, after the power failed; frozen, signed, corrected.

use crate::common::{Book, driver::Driver, snap};
use ushirika::{
    command::{self, minutes::Written},
    domain::{
        command::{Command, Undo},
        meeting::{ITEM, MEETING, ORGAN, State},
        member::{Member, Sex, Status},
        noun::{Entry, Noun},
        user::Role,
    },
    store::{Error, Store},
    tui::screen::meetings::{editor, page, sign},
};

/// What the story of the meeting itself does elsewhere.
static HELD: Command = Command { id: "test.held", roles: &[Role::Secretary], undo: Undo::Whole, pin: false };

fn save(
    store: &mut Store,
    book: &Book,
    noun: &'static Noun,
    owner: (&'static str, i64),
    values: &[(&str, &str)],
) -> i64 {
    let mut entry = Entry::new(noun, owner);
    for (code, value) in values {
        entry.put(code, *value);
    }
    command::entry::save(store, &book.session, None, &entry).expect("it is saved")
}

/// A meeting of an assembly that has ended, with an agenda of three items; nobody has put other business on it.
fn meeting(book: &Book, held_on: &str) -> i64 {
    let mut store = book.store();
    let organ = match store.organ_by_name("Assemblée générale").expect("bodies") {
        Some(organ) => organ,
        None => save(&mut store, book, &ORGAN, ("", 0), &[("name", "Assemblée générale"), ("kind", "assembly")]),
    };
    let values = [
        ("organ", "Assemblée générale"),
        ("kind", "annual"),
        ("title", "AG ordinaire 2026"),
        ("held_on", held_on),
        ("chair", "KABEYA Ngoyi Éléonore (0001)"),
        ("secretary", "ILUNGA Mbuyi Joseph (0002)"),
    ];
    let id = save(&mut store, book, &MEETING, ("organ", organ), &values);
    for (place, kind, title) in
        [("1", "opening", "Ouverture"), ("2", "accounts", "Comptes 2025"), ("3", "closing", "Clôture")]
    {
        save(&mut store, book, &ITEM, ("meeting", id), &[("place", place), ("kind", kind), ("title", title)]);
    }
    store
        .act(&book.session, &HELD, &[], |act| {
            act.set_meeting_state(id, State::Planned, State::Open)?;
            act.set_meeting_state(id, State::Open, State::Closed)
        })
        .expect("it is held");
    id
}

fn book() -> Book {
    let book = Book::empty();
    let mut store = book.store();
    for (surname, post_name, given_name, sex) in [
        ("Kabeya", "Ngoyi", "Éléonore", Sex::F),
        ("Ilunga", "Mbuyi", "Joseph", Sex::M),
        ("Kabongo", "Elesi", "Jean", Sex::M),
    ] {
        let (surname, post_name, given_name) = (surname.into(), post_name.into(), given_name.into());
        let member =
            Member { surname, post_name, given_name, sex: Some(sex), status: Status::Active, ..Member::default() };
        let member = Member { joined_on: Some(crate::common::today()), ..member };
        command::member::save(&mut store, &book.session, None, &member).expect("a member");
    }
    book
}

/// The program at the minutes of a meeting.
fn writing(book: &Book, meeting: i64, lang: &str) -> Driver {
    let mut d = Driver::open(book, lang);
    let editor = editor::screen(meeting, None, &d.app.cx).expect("minutes");
    d.app.push(Box::new(editor)).expect("a screen");
    d.settle();
    d
}

/// The program at what follows a meeting.
fn following(book: &Book, meeting: i64, lang: &str) -> Driver {
    let mut d = Driver::open(book, lang);
    follow(meeting, &mut d);
    d
}

fn follow(meeting: i64, d: &mut Driver) {
    d.app.push(Box::new(page::page(meeting))).expect("a screen");
    d.settle().press("o");
}

/// Titles and texts of a meeting's items.
fn texts(book: &Book, meeting: i64) -> Vec<(String, String)> {
    let items = book.reader().items(meeting).expect("items");
    items.into_iter().map(|item| (item.entry.get("title").to_owned(), item.text)).collect()
}

/// Writes the text of an item as somebody else does.
fn write(book: &Book, meeting: i64, item: usize, text: &str) -> Result<i64, Error> {
    let mut store = book.store();
    let entry = store.items(meeting).expect("items")[item].entry.clone();
    let (title, text) = (String::new(), text.to_owned());
    let written = Written { meeting, item: entry.id, rev: entry.rev, title, text };
    command::minutes::write(&mut store, &book.session, None, &written)
}

#[test]
fn minutes_are_written_as_people_speak() {
    for lang in ["en", "fr"] {
        let book = book();
        let meeting = meeting(&book, "2026-11-20");
        let mut d = writing(&book, meeting, lang);
        d.press("alt-pagedown \"Le trésorier, @2, présente les comptes. @1 demande pourquoi les frais de transport ont doublé.\" enter");
        d.press("\"@kabon\" tab \" répond que le carburant a augmenté.\" enter");
        let woman = if lang == "fr" { "Mme KABEYA (0001)" } else { "Mrs KABEYA (0001)" };
        d.sees(woman).sees("ILUNGA (0002), présente").sees("KABONGO (0003) répond");
        // the agreed sentence is chosen from the list
        d.press("f4 \"quorum\" enter").sees("[");
        snap(&format!("minutes-editor-{lang}"), &d.screen());
        d.press("backspace").sees_no("[").press("ctrl-z").sees("[");
        // nobody bears that number: it stays as it was typed, with a sentence
        d.press("\"@99 \"").sees("@99").sees("0099");
        d.press("ctrl-s").sees("2 Comptes 2025");
        let text = &texts(&book, meeting)[1].1;
        assert!(text.contains("\n{quorum}\n@99") && text.starts_with("Le trésorier, M"), "{text}");
        // the whole is read back
        d.press("f6");
        snap(&format!("minutes-read-back-{lang}"), &d.screen());
        d.press("esc");
        // other business stands before the end, and on the agenda as soon as something is written there
        d.press("f2 \"Rien.\" f2").sees("Clôture");
        let titles: Vec<String> = texts(&book, meeting).into_iter().map(|(title, _)| title).collect();
        assert_eq!((titles.len(), titles[3].as_str()), (4, "Clôture"));
        assert_eq!(texts(&book, meeting)[2].1, "Rien.");
        d.press("esc u");
        snap(&format!("minutes-undo-{lang}"), &d.screen());
    }
}

#[test]
fn words_are_found_and_pages_turn_into_other_items() {
    let book = book();
    let meeting = meeting(&book, "2026-11-20");
    let long = (1..40).map(|n| format!("Paragraphe {n} : l’Élection du bureau.")).collect::<Vec<_>>().join("\n");
    write(&book, meeting, 0, &long).expect("written");
    let mut d = writing(&book, meeting, "en");
    d.press("ctrl-home ctrl-f \"election du\"").sees("Find").sees("Paragraphe 1 :");
    d.press("enter enter up esc \"X\"").sees("l’XÉlection").sees("Paragraphe 2 : l’X");
    d.press("ctrl-f \"nothing\"").sees("does not stand in this item").press("esc");
    d.press("pagedown*3").sees("Paragraphe 39");
    d.press("pagedown").sees("› 2 Comptes").press("pageup").sees("› 1 Ouverture").sees("Paragraphe 39");
    assert!(texts(&book, meeting)[0].1.contains('X'), "going to another item saves");
}

#[test]
fn what_was_typed_is_there_after_the_power_failed() {
    for lang in ["en", "fr"] {
        let book = book();
        let meeting = meeting(&book, "2026-11-20");
        let mut d = writing(&book, meeting, lang);
        d.press("alt-pagedown \"Une phrase.\" enter \"Une autre phrase\" left left left");
        d.app.tick(true);
        d.settle();
        drop(d);
        let mut d = Driver::open(&book, lang);
        d.sees("2 Comptes 2025 · AG or");
        snap(&format!("minutes-draft-{lang}"), &d.screen());
        d.press("enter").sees("Une autre phrase").press("\"XX\"").sees("Une autre phrXXase");
        d.press("ctrl-s esc");
        assert_eq!(texts(&book, meeting)[1].1, "Une phrase.\nUne autre phrXXase");
        assert!(book.reader().drafts("another").expect("drafts").is_empty(), "what is saved is no draft any more");
    }
}

#[test]
fn two_people_write_in_one_meeting_and_nothing_is_lost() {
    for lang in ["en", "fr"] {
        let book = book();
        let meeting = meeting(&book, "2026-11-20");
        write(&book, meeting, 1, "un\ndeux\ntrois").expect("written");
        let mut d = writing(&book, meeting, lang);
        d.press("alt-pagedown \" et plus\"");
        // other items never collide, and neither do other paragraphs of this one
        write(&book, meeting, 0, "Ouverte.").expect("written");
        write(&book, meeting, 1, "un et demi\ndeux\ntrois").expect("written");
        d.look().press("ctrl-s");
        assert_eq!(texts(&book, meeting)[1].1, "un et demi\ndeux\ntrois et plus");
        assert_eq!(texts(&book, meeting)[0].1, "Ouverte.");
        // the same paragraph: both versions, and one is chosen
        d.press("\" de moi\"");
        write(&book, meeting, 1, "un et demi\ndeux\ntrois de l'autre").expect("written");
        d.press("ctrl-s").sees("trois de l'autre").sees("trois et plus de moi");
        snap(&format!("minutes-conflict-{lang}"), &d.screen());
        d.press("f2");
        assert_eq!(texts(&book, meeting)[1].1, "un et demi\ndeux\ntrois et plus de moi");
        // what nothing was typed in follows at once
        write(&book, meeting, 1, "tout autre").expect("written");
        d.look().sees("tout autre");
    }
}

#[test]
fn minutes_are_frozen_taken_back_signed_and_corrected() {
    for lang in ["en", "fr"] {
        let book = book();
        let first = meeting(&book, "2026-11-20");
        write(&book, first, 0, "La séance est ouverte.").expect("written");
        let mut d = following(&book, first, lang);
        snap(&format!("minutes-freeze-{lang}"), &d.screen());
        d.press("enter");
        let frozen = book.reader().meeting(first).expect("a meeting");
        assert_eq!((frozen.state, frozen.number, frozen.version), (State::ToSign, Some(1), 1));
        let words = book.reader().minutes_words(first, 1).expect("words");
        assert_eq!(words.split(' ').count(), 4);
        // taken back with a reason: the number stays, the version becomes the next
        follow(first, &mut d);
        snap(&format!("minutes-to-sign-{lang}"), &d.screen());
        d.press("end enter f2");
        assert_eq!(book.reader().meeting_state(first).expect("a state"), State::ToSign, "a reason is asked for");
        d.press("\"une erreur\" f2");
        write(&book, first, 0, "La séance est ouverte à 9 h.").expect("written");
        follow(first, &mut d);
        d.press("enter");
        let frozen = book.reader().meeting(first).expect("a meeting");
        assert_eq!((frozen.state, frozen.number, frozen.version), (State::ToSign, Some(1), 2));
        let versions = book.reader().minutes_versions(first).expect("versions");
        assert_eq!(versions[0].taken_back.as_ref().map(|(_, reason)| reason.as_str()), Some("une erreur"));
        assert!(versions[1].taken_back.is_none() && versions[0].digest != versions[1].digest);
        assert_ne!(book.reader().minutes_words(first, 2).expect("words"), words);
        // the page shows both versions, each with the words on its paper
        d.sees("une erreur").sees(words.split(' ').next().expect("a word"));
        // signed in ink, with a scan
        let scan = book.folder().join("pv.pdf");
        std::fs::write(&scan, "signed").expect("a file");
        follow(first, &mut d);
        d.press("enter tab tab \"17\" tab");
        snap(&format!("minutes-sign-{lang}"), &d.screen());
        d.paste(&scan.display().to_string()).press("f2");
        let signed = book.reader().meeting(first).expect("a meeting");
        assert_eq!(signed.state, State::Signed);
        let signature = signed.signed.clone().expect("a signature");
        assert_eq!((signature.page.as_str(), signature.by.contains("KABEYA")), ("17", true));
        assert_eq!(book.reader().entries(&ushirika::domain::noun::FILE, ("meeting", first)).expect("files").len(), 1);
        // a correction, made by a later meeting: both show it
        let later = meeting(&book, "2026-11-22");
        let reader = book.reader();
        let flow = sign::correct(&reader.meeting(later).expect("a meeting"), &d.app.cx).expect("a list");
        let ushirika::tui::screen::Flow::Push(list) = flow else { panic!("no list") };
        d.app.push(list).expect("a screen");
        d.press("enter tab \"Lire : 9 h 30.\" f2");
        for id in [first, later] {
            let corrections = reader.corrections(id).expect("corrections");
            assert_eq!(corrections.len(), 1);
            assert_eq!((corrections[0].entry.owner.1, corrections[0].by), (first, Some(later)));
        }
        // the next minutes of the body go on counting
        follow(later, &mut d);
        d.press("enter");
        assert_eq!(book.reader().meeting(later).expect("a meeting").number, Some(2));
        assert!(book.reader().check().expect("a check").ok);
    }
}

#[test]
fn what_is_missing_before_minutes_are_frozen_is_named() {
    for lang in ["en", "fr"] {
        let book = book();
        let id = meeting(&book, "2026-11-20");
        let mut store = book.store();
        let mut entry = store.entry(&MEETING, id).expect("a meeting");
        entry.put("chair", "");
        command::entry::save(&mut store, &book.session, None, &entry).expect("saved");
        store
            .act(&book.session, &HELD, &[], |act| act.set_meeting_state(id, State::Closed, State::Open))
            .expect("it is open again");
        let mut d = following(&book, id, lang);
        snap(&format!("minutes-gaps-{lang}"), &d.screen());
        d.press("enter");
        let meeting = store.meeting(id).expect("a meeting");
        assert!(matches!(command::minutes::freeze(&mut store, &book.session, &meeting), Err(Error::Invalid(_))));
    }
}

/// Every way in: a screen, a command, the form of any record, undo.
#[test]
fn signed_minutes_are_changed_by_no_door() {
    let book = book();
    let id = meeting(&book, "2026-11-20");
    write(&book, id, 0, "La séance est ouverte.").expect("written");
    let mut store = book.store();
    let act = |store: &Store, command: &str| {
        let acts = store.acts(None, 100).expect("acts");
        acts.into_iter().find(|act| act.command == command).expect("an act").id
    };
    let (written, held) = (act(&store, "minutes.write"), act(&store, "test.held"));
    let meeting = store.meeting(id).expect("a meeting");
    command::minutes::freeze(&mut store, &book.session, &meeting).expect("frozen");
    let frozen = store.meeting(id).expect("a meeting");
    let signed =
        ushirika::domain::meeting::Signed { on: Some(crate::common::today()), by: "Amina".into(), page: "1".into() };
    let before = store.minutes_digest(id).expect("a digest");
    for state in [State::ToSign, State::Signed] {
        if state == State::Signed {
            command::minutes::sign(&mut store, &book.session, None, &frozen, &signed, "").expect("signed");
        }
        // the screen
        let mut d = writing(&book, id, "en");
        d.press("\"X\"").sees("frozen").press("backspace ctrl-z f4 f2");
        assert!(d.app.title().contains("Comptes"), "{}", d.app.title());
        d.press("esc");
        // the command, and the forms of records
        assert!(write(&book, id, 0, "autre").is_err());
        let items = store.items(id).expect("items");
        for (code, value) in [("title", "Autre"), ("place", "9")] {
            let mut item = items[0].entry.clone();
            item.put(code, value);
            assert!(command::entry::save(&mut store, &book.session, None, &item).is_err());
        }
        assert!(command::entry::remove(&mut store, &book.session, &items[0].entry).is_err());
        let mut entry = store.entry(&MEETING, id).expect("a meeting");
        entry.put("chair", "Somebody");
        assert!(command::entry::save(&mut store, &book.session, None, &entry).is_err());
        let mut more = Entry::new(&ITEM, ("meeting", id));
        more.put("place", "4");
        more.put("title", "Plus");
        assert!(command::entry::save(&mut store, &book.session, None, &more).is_err());
        // undo: of what was written, of the meeting itself, of the act that froze or signed it
        for act in [written, held, act(&store, "minutes.freeze")] {
            assert!(command::act::undo(&mut store, &book.session, act).is_err(), "{act}");
        }
        if state == State::Signed {
            let signing = act(&store, "minutes.sign");
            assert!(command::act::undo(&mut store, &book.session, signing).is_err());
            let meeting = store.meeting(id).expect("a meeting");
            assert!(command::minutes::take_back(&mut store, &book.session, None, &meeting, "why").is_err());
            assert!(command::minutes::sign(&mut store, &book.session, None, &meeting, &signed, "").is_err());
        }
        assert_eq!(store.minutes_digest(id).expect("a digest"), before);
        assert_eq!(store.meeting_state(id).expect("a state"), state);
    }
    assert!(store.check().expect("a check").ok);
}

#[test]
fn all_minutes_are_searched_the_last_meeting_first() {
    for lang in ["en", "fr"] {
        let book = book();
        let (old, new) = (meeting(&book, "2026-10-20"), meeting(&book, "2026-11-20"));
        write(&book, old, 1, "L’élection du trésorier est reportée.\n{quorum}").expect("written");
        write(&book, new, 1, "Rien.\nOn procède à l’Élection du nouveau trésorier, M. Kabongo.").expect("written");
        let mut d = Driver::open(&book, lang);
        d.press("3 w \"election tresor\"");
        snap(&format!("minutes-search-{lang}"), &d.screen());
        d.press("enter").sees("On procède à l’Élection").press("esc down enter").sees("est reportée").press("esc");
        d.press("\" personne\"").sees_no("élection").press("ctrl-u");
        assert_eq!(book.reader().search_minutes("KABON", 10).expect("found").len(), 1);
        assert_eq!(book.reader().search_minutes("\"* OR a", 10).expect("found").len(), 0);
    }
}

#[test]
fn whoever_leaves_has_written() {
    let book = book();
    let meeting = meeting(&book, "2026-11-20");
    let mut d = writing(&book, meeting, "fr");
    d.press("\"La séance est ouverte à 9 h.\" esc")
        .sees_no("Quitter sans enregistrer")
        .sees("Enregistré : 1 Ouverture");
    assert_eq!(texts(&book, meeting)[0].1, "La séance est ouverte à 9 h.");
    assert!(book.reader().drafts(&book.session.id).unwrap().is_empty());
    // nothing was typed: nothing is written, nothing asked
    writing(&book, meeting, "fr").press("esc").sees_no("Enregistré").sees_no("Quitter");
    // what still waits for words is said before the minutes are frozen
    following(&book, meeting, "fr").sees("Points sans texte : 2, 3").sees_no("à remplir");
    writing(&book, meeting, "fr").press("alt-pagedown \"@9999 demande …\" enter esc");
    following(&book, meeting, "fr").sees("Le point 2 a un blanc à remplir");
}

#[test]
fn minutes_of_a_day_to_come_say_so_before_they_are_frozen() {
    let book = book();
    let meeting = meeting(&book, "2026-12-15");
    let mut d = Driver::open(&book, "fr");
    d.app.push(Box::new(page::page(meeting))).expect("a screen");
    d.settle().press("o").sees("porte la date du 15/12/2026").press("esc");
    d.to("  Date  ").press("e ctrl-u \"20/11/2026\" f2 o").sees("Figer le procès-verbal").sees_no("encore à venir");
}
