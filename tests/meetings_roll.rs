//! The roll call at the door.

use crate::common::{
    Book,
    driver::{Driver, count},
    hall::{door, hall, newcomer, planned, sized_door},
    snap,
};
use ratatui::layout::Size;
use ushirika::{
    command,
    domain::{
        member::{Member, Status},
        roll::{Count, Presence},
        user::{Role, Session, Viewer},
    },
    tui::writer::Msg,
};

/// The figures of the roll as it stands in the book.
fn figures(book: &Book, meeting: i64) -> Count {
    Count::of(book.reader().roll(meeting).unwrap().iter())
}

/// Where the member of a number is.
fn presence(book: &Book, meeting: i64, number: i64) -> Presence {
    let roll = book.reader().roll(meeting).unwrap();
    roll.iter().find(|line| line.number == Some(number)).unwrap().presence
}

/// Numbers from 1 in an order of their own, each once.
fn unsorted(members: usize) -> Vec<usize> {
    let mut numbers: Vec<usize> = (1..=members).collect();
    numbers.sort_by_key(|n| (n * 7919) % 1009);
    numbers
}

#[test]
fn an_assembly_with_proxies_latecomers_and_a_holder_who_leaves() {
    for lang in ["en", "fr"] {
        let (book, meeting) = hall(25);
        let mut d = door(&book, meeting, lang);
        snap(&format!("roll-begun-{lang}"), &d.screen());
        for number in unsorted(17) {
            d.press(&format!("\"{number}\" enter"));
        }
        // two proxies: the second holder has one already and is asked about
        d.press("\"20\" f6").sees("0020").press("\"kabeya elesi\"").sees("0013").press("enter");
        d.press("\"21\" f6 \"3\" enter").press("\"22\" f7");
        assert_eq!((figures(&book, meeting).represented.all, figures(&book, meeting).excused.all), (2, 1));
        d.press("\"23\" f6 \"3\" enter").sees(if lang == "en" { "One proxy too many?" } else { "procuration de trop" });
        snap(&format!("roll-proxy-{lang}"), &d.screen());
        d.press("esc esc esc");
        // three who come late, and one who gave a proxy votes in person
        d.press("\"24\" enter \"25\" enter \"20\" enter");
        assert_eq!((figures(&book, meeting).present.all, figures(&book, meeting).represented.all), (20, 1));
        d.press("f5 \"Mme le maire\" tab \"F\" f2");
        // a holder leaves: the proxy no longer counts, and both lines say so
        d.press("\"3\" f8").sees("0021").press("\"ilu\"");
        assert_eq!((figures(&book, meeting).present.all, figures(&book, meeting).represented.all), (19, 0));
        snap(&format!("roll-{lang}"), &d.screen());
        d.press("esc \"21\"").sees(if lang == "en" {
            "absent · 0003 is gone: no vote"
        } else {
            "0003 absent : sans voix"
        });
        // and counts again when the holder is back
        d.press("ctrl-u \"3\" enter");
        assert_eq!((figures(&book, meeting).present.all, figures(&book, meeting).represented.all), (20, 1));
        let mut wide = sized_door(&book, meeting, lang, (124, 30));
        snap(&format!("roll-wide-{lang}"), &wide.press("\"jean\"").screen());
        snap(&format!("roll-small-{lang}"), &sized_door(&book, meeting, lang, (40, 10)).press("\"jea\"").screen());
    }
}

#[test]
fn the_page_of_the_meeting_leads_to_the_door_and_back() {
    let (book, _) = hall(4);
    let mut d = Driver::open(&book, "en");
    d.press("3 enter r").sees("Who arrives?").press("\"1\" enter \"2\" enter").sees("2 of 2 needed");
    d.press("esc").sees_no("Who arrives?").sees("AG 2026");
    d.press("r \"1\" f8 ctrl-z enter esc esc").sees("Meetings");
}

#[test]
fn a_hundred_and_fifty_arrivals_cost_six_keys_each() {
    let (book, meeting) = hall(150);
    let mut d = door(&book, meeting, "en");
    for number in unsorted(150) {
        let story = format!("\"{number}\" enter");
        assert!(count(&story) <= 6, "{story}");
        d.press_only(&story);
    }
    d.settle().sees("150 of 75 needed");
    assert_eq!(figures(&book, meeting).present.all, 150);
}

#[test]
fn twenty_seven_of_thirty_cost_fourteen_keys() {
    let (book, meeting) = hall(30);
    let mut d = door(&book, meeting, "en");
    let story = "alt-a \"9\" enter \"17\" enter \"28\" enter esc";
    assert!(count(story) + count("esc") <= 14, "{story}");
    d.press(story).sees("27 of 15 needed").sees("Who arrives?");
    assert_eq!(figures(&book, meeting).present.all, 27);
    assert_eq!(presence(&book, meeting, 17), Presence::Absent);
}

#[test]
fn exceptions_may_be_excused_or_represented() {
    let (book, meeting) = hall(6);
    let mut d = door(&book, meeting, "en");
    d.press("alt-a").sees("Who is missing?").sees("6 more are present");
    d.press("\"2\" f7 \"4\" f6 \"5\" enter").sees("votes for 0004");
    let count = figures(&book, meeting);
    assert_eq!((count.present.all, count.excused.all, count.represented.all), (4, 1, 1));
    // nobody is missing any more: said, and nothing written
    d.press("alt-a").sees("Everybody is here");
    assert_eq!(figures(&book, meeting), count);
}

#[test]
fn numbers_names_and_keys_without_shift() {
    let (book, meeting) = hall(30);
    let mut d = door(&book, meeting, "en");
    // é is 2 and a letter, & and ' are digits only
    d.press("\"élo pau\"").sees("0029 ÉLONGA Mutombo Paul").press("ctrl-u");
    d.press("\"&'\"").sees("0014 TSHIMANGA Elesi Paul").press("enter");
    d.press("\"éà\" enter \"0007\" enter \" 8 \" enter");
    for number in [14, 20, 7, 8] {
        assert_eq!(presence(&book, meeting, number), Presence::Present, "{number}");
    }
    // accents do not matter, the selected one of several is meant, who is there already comes last
    d.press("\"eléo\" down").sees("› 0011").press("enter");
    assert_eq!(presence(&book, meeting, 11), Presence::Present);
    // digits stay in the line, with Alt they change the area
    d.press("ctrl-u \"2\"").sees("Who arrives? 2").press("alt-2").sees("Members");
}

#[test]
fn wrong_numbers_are_named_and_stay_to_be_typed_over() {
    let (book, meeting) = hall(12);
    let mut d = door(&book, meeting, "en");
    d.press("enter").sees("Type a number or a piece of a name");
    d.press("\"999\"").sees("nobody found").press("enter").sees("Nobody has the number 999");
    d.press("\"3\" enter").sees("0003 MWAMBA Ngoyi Bénédicte: present, 12:00");
    d.press("\"xyz\" enter").sees("Nobody is called “xyz”").press("f6").sees("Nobody is called").press("ctrl-u");
    d.press("\"3\" enter").sees("is here already, since 12:00").press("\"4\" f8").sees("ILUNGA Ngoyi Paul is not here");
    d.press("\"3\" f6").sees("is here and votes in person");
    d.press("\"4\" f6 \"5\" enter").sees("is not in the room").press("\"4\" enter").sees("cannot be their own proxy");
    d.press("ctrl-u enter").sees("Who arrives?").press("\"2\" f7 \"2\" f7").sees("is excused already");
    assert_eq!(figures(&book, meeting).present.all, 1);
    // nothing but what was said is in the log
    assert_eq!(book.reader().history("meeting", meeting, None, 99).unwrap().len(), 4);
}

#[test]
fn cards_are_read_in_one_paste() {
    let (book, meeting) = hall(30);
    let mut d = door(&book, meeting, "en");
    d.paste("0007\r\n0012\r\n0007\r\n0999\r\nkabeya\n0021\n3");
    for number in [7, 12, 21] {
        assert_eq!(presence(&book, meeting, number), Presence::Present, "{number}");
    }
    // what is begun can be ended; then what was not understood comes, one after the other
    d.sees("Who arrives? 3").sees("2 more lines were not understood").press("enter");
    assert_eq!(presence(&book, meeting, 3), Presence::Present);
    d.sees("Who arrives? 0999")
        .sees("1 more line")
        .press("\"9\" enter")
        .sees("Who arrives? kabeya")
        .press("down enter");
    assert_eq!(figures(&book, meeting).present.all, 6);
    d.sees_no("more line").sees("Who arrives?");
    // one card without an end of line is only typed
    d.paste("0030").sees("› 0030").press("enter");
    assert_eq!(presence(&book, meeting, 30), Presence::Present);
}

#[test]
fn two_doors_write_at_once() {
    let (book, meeting) = hall(40);
    let (mut left, mut right) = (door(&book, meeting, "en"), door(&book, meeting, "fr"));
    for number in 1..=15 {
        left.press_only(&format!("\"{number}\" enter"));
        right.press_only(&format!("\"{}\" enter", number + 20));
    }
    left.settle();
    right.settle();
    assert_eq!(figures(&book, meeting).present.all, 30);
    left.look().sees("30 of 20 needed");
    right.look().sees("30 sur 20 requis");
    // the same line: the later is told what is there, and keeps what was typed
    left.press("\"40\" enter");
    right.press("\"40\" enter").sees("est déjà dans la salle, depuis 12:00").sees("Qui arrive ? 40");
    right.press("\"40\" f8");
    left.press("\"40\" f8").sees("is not here").look().press("ctrl-u \"40\"").sees("left 12:00");
    assert_eq!(figures(&book, meeting).left.all, 1);
}

#[test]
fn everything_can_be_taken_back_from_the_door() {
    let (book, meeting) = hall(8);
    let mut d = door(&book, meeting, "en");
    d.press("\"1\" enter \"2\" enter \"3\" f6 \"1\" enter").sees("votes for 0003");
    d.press("ctrl-z").sees("proxy").press("enter").sees("Undone").sees_no("votes for 0003");
    d.press("ctrl-r enter").sees("votes for 0003");
    d.press("ctrl-z enter ctrl-z enter").sees("1 of 4 needed");
    assert_eq!((presence(&book, meeting, 2), presence(&book, meeting, 1)), (Presence::Absent, Presence::Present));
    // all at once, and the row of the grid
    d.press("alt-a").sees("8 of 4 needed").press("esc ctrl-z enter").sees("1 of 4 needed");
    d.press("\"1\" enter").press("ctrl-u delete").sees("not here").sees("0 of 4 needed");
    d.press("home enter down enter").sees("2 of 4 needed").press("f8").sees("left 12:00");
}

#[test]
fn somebody_admitted_meanwhile_is_put_on_the_roll_with_a_reason() {
    let (book, meeting) = hall(5);
    newcomer(&book, 5);
    let mut d = door(&book, meeting, "en");
    d.press("\"6\"").sees("0006 BUKASA Ngoyi É").sees("not on the roll").press("enter");
    d.sees("Why does 0006 vote here?").sees("0006 BUKASA Ngoyi Éléonore ·").press("enter").sees("Write why");
    d.press("\"admitted at item 3\" enter").sees("on the roll, and present").sees("1 of 3 needed (6 · 1/2)");
    // on the roll once, and off again by an undo
    d.press("\"buk\" enter").sees("is here already").press("ctrl-u ctrl-z enter").sees("0 of 3 needed (5 · 1/2)");
    // who is no member does not vote
    let mut store = book.store();
    let id = store.member_by_number(6).unwrap().unwrap();
    let on = crate::common::today();
    let step = command::member::Step { status: Status::Suspended, on, reason: "x".into(), decision: String::new() };
    let rev = store.member(id).unwrap().rev;
    command::member::set_status(&mut store, &book.session, id, rev, &step).unwrap();
    d.look().press("\"6\" enter").sees("cannot vote: Suspended");
}

#[test]
fn founders_are_called_by_the_order_in_which_they_signed() {
    let book = Book::empty();
    let meeting = planned(&book, "founding");
    for surname in ["Kabeya", "Mwamba", "Ilunga"] {
        let founder = Member { surname: surname.into(), ..Member::default() };
        command::founder::add(&mut book.store(), &book.session, meeting, &founder).unwrap();
    }
    let mut d = door(&book, meeting, "en");
    d.sees("planned").press("\"2\" enter").sees("once the meeting is open").sees("Who arrives? 2");
    command::meeting::open(&mut book.store(), &book.session, meeting).unwrap();
    d.look()
        .press("enter")
        .sees("2 MWAMBA: present, 12:00")
        .press("\"ilu\" f6 \"2\" enter")
        .sees("2 MWAMBA votes for 3 ILUNGA");
    assert_eq!(figures(&book, meeting).room().there(), 2);
}

#[test]
fn what_is_put_right_after_the_end_has_no_time() {
    let (book, meeting) = hall(4);
    let mut d = door(&book, meeting, "en");
    d.press("\"1\" enter");
    command::meeting::close(&mut book.store(), &book.session, meeting).unwrap();
    d.look().sees("opened 12:00 · closed 12:00").press("\"2\" enter").sees("0002 TSHIMANGA Ngoyi Jean: present.");
    d.press("\"1\" f8").sees("0001 KABEYA Ngoyi Éléonore: left.").press("\"1\" f7").sees("was here and has left.");
    let roll = book.reader().roll(meeting).unwrap();
    let times: Vec<&str> = roll.iter().map(|line| line.arrived_at.as_str()).filter(|at| !at.is_empty()).collect();
    assert_eq!(times, ["12:00"]);
}

#[test]
fn guests_come_change_and_go() {
    let (book, meeting) = hall(3);
    let mut d = door(&book, meeting, "en");
    d.press("f5")
        .sees("AG 2026 23/11/2026 › guest")
        .press("\"Kasongo\" tab \"M\" tab \"SAEMAPE\" f2")
        .sees("guests 1 M 1");
    d.press("f5").sees("New guest").sees("SAEMAPE").press("down f2 tab ctrl-u \"F\" f2").sees("guests 1 F 1");
    d.press("f5 enter \"Ilunga\" f2").sees("guests 2 F 1");
    d.press("f5 down delete").sees("no longer among the guests").sees("guests 1").sees_no("guests 1 F");
}

#[test]
fn a_proxy_beyond_the_rule_is_asked_about_and_written_down() {
    let (book, meeting) = hall(9);
    let mut d = door(&book, meeting, "en");
    d.press("\"1\" enter \"2\" enter \"5\" f6 \"1\" enter \"6\" f6 \"1\" enter")
        .sees("already votes for 1 absent member");
    d.press("enter").sees("votes for 0006, 00").sees("2 + 2 proxies = 4 of 5 needed");
    // given back, given to another
    d.press("\"5\" f6").sees("Enter alone: nobody any more").press("enter").sees("3 of 5 needed");
    d.press("\"6\" f6 \"2\" enter").sees("0002 votes");
    assert_eq!(figures(&book, meeting).represented.all, 1);
}

#[test]
fn the_auditor_looks_and_writes_nothing() {
    let (book, meeting) = hall(3);
    let id = command::user::add(&mut book.store(), &book.session, "Jean", &[Role::Auditor], "", None).unwrap();
    let viewer = Viewer { user_id: Some(id), roles: vec![Role::Auditor] };
    let session = Session { viewer, name: "Jean".into(), ..book.session.clone() };
    let mut d = door(&book, meeting, "en");
    d.app.cx.session = session;
    d.press("\"1\" enter").sees("it needs the role").sees("Who arrives? 1");
    d.paste("1\n2\n").sees("it needs the role");
    assert_eq!(figures(&book, meeting).present.all, 0);
}

#[test]
fn every_size_shows_the_line_the_quorum_and_whom_it_found() {
    let (book, meeting) = hall(60);
    let mut d = door(&book, meeting, "fr");
    d.press("\"12\" enter");
    for (width, height) in [(40, 10), (40, 24), (59, 12), (60, 10), (80, 11), (80, 24), (109, 40), (110, 10), (240, 70)]
    {
        resize(&mut d, width, height);
        d.sees("Qui arrive ?").sees("Quorum").sees("30");
        d.press("\"47\"").sees("0047 DIBWE").press("ctrl-u end up pageup pagedown home");
    }
    resize(&mut d, 80, 24);
    d.press("end").sees("YOKA").press("f9").sees("Who arrives?");
}

fn resize(d: &mut Driver, width: u16, height: u16) {
    let event = crossterm::event::Event::Resize(width, height);
    d.app.handle(Msg::Input(event)).expect("the program goes on");
    d.settle();
    assert_eq!(d.app.cx.size, Size { width, height });
}
