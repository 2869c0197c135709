//! Meetings: called with their agenda, opened with the roll of that day, ended, called a second time or dropped.

use super::{REGISTER, SECRETARY};
use crate::{
    domain::{
        Text,
        agenda::{self, Way},
        amount::Amount,
        book::LegalForm,
        bylaws::Bylaws,
        command::{Command, Undo},
        day,
        meeting::{ITEM, Meeting, ORGAN, State},
        noun::Entry,
        rule::{ANY_ORGAN, Rule, Vote, What},
        user::Session,
    },
    store::{
        Act, Error, Reader, Result, Store,
        calling::{Opening, Voter},
    },
    text::Lang,
};

/// Makes the bodies that every cooperative of the legal form has.
pub static BEGIN: Command = Command { id: "organ.begin", roles: SECRETARY, undo: Undo::Whole, pin: false };
/// Calls a meeting.
pub static CALL: Command = Command { id: "meeting.call", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Calls a meeting again that had no quorum.
pub static AGAIN: Command = Command { id: "meeting.again", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Changes what is recorded of a meeting.
pub static EDIT: Command = Command { id: "meeting.edit", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Moves an item of an agenda.
pub static AGENDA: Command = Command { id: "meeting.agenda", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Opens a meeting with its roll.
pub static OPEN: Command = Command { id: "meeting.open", roles: SECRETARY, undo: Undo::Whole, pin: false };
/// Ends a meeting.
pub static CLOSE: Command = Command { id: "meeting.close", roles: SECRETARY, undo: Undo::Whole, pin: false };
/// Enters that a meeting is not held.
pub static DROP: Command = Command { id: "meeting.drop", roles: SECRETARY, undo: Undo::Whole, pin: false };

/// The kind of the meeting at which a cooperative is founded.
pub const FOUNDING: &str = "founding";

/// What a meeting begins with, in the language of whoever calls it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// Kind and name of each body that is made when there is none yet.
    pub organs: Vec<(String, String)>,
    /// Kind and title of each item of the agenda.
    pub items: Vec<(String, String)>,
}

impl Template {
    /// The one of a kind of meeting in a legal form.
    pub fn new(form: LegalForm, kind: &str, lang: &Lang) -> Self {
        let bylaws = Bylaws::of(form);
        let named = |prefix: &str, kind: &str| (kind.to_owned(), lang.name(&format!("{prefix}{kind}")));
        let items = bylaws.agenda(kind).into_iter().map(|item| named("item-", item)).collect();
        Self { organs: bylaws.organs.iter().map(|organ| named("organ-", organ)).collect(), items }
    }
}

/// With what a new meeting begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// With the agenda of its kind.
    New(Template),
    /// With the agenda of the meeting that had no quorum.
    Again(i64),
}

/// Makes the bodies that every cooperative has, unless there is one already.
pub fn begin(store: &mut Store, session: &Session, organs: &[(String, String)]) -> Result<()> {
    if !store.entries(&ORGAN, ("", 0))?.is_empty() {
        return Ok(());
    }
    store.act(session, &BEGIN, &[], |act| {
        let is_first = act.entries(&ORGAN, ("", 0))?.is_empty();
        if is_first { make(act, organs) } else { Err(Error::Stale) }
    })
}

fn make(act: &Act, organs: &[(String, String)]) -> Result<()> {
    organs.iter().try_for_each(|(kind, name)| {
        let mut organ = Entry::new(&ORGAN, ("", 0));
        organ.put("kind", kind.as_str());
        organ.put("name", name.as_str());
        act.put_entry(&organ, None).map(drop)
    })
}

/// Saves a new meeting of the body of that name with its agenda, and throws away the draft it came from. The bodies of
/// the legal form are made when there is none. Returns the meeting.
pub fn call(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    meeting: &Entry,
    organ: &str,
    start: &Start,
) -> Result<i64> {
    refuse_wrong(store, meeting)?;
    let command = if matches!(start, Start::New(_)) { &CALL } else { &AGAIN };
    store.act(session, command, &args(meeting), |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        if let Start::New(template) = start
            && act.entries(&ORGAN, ("", 0))?.is_empty()
        {
            make(act, &template.organs)?;
        }
        let owner = ("organ", organ_of(act, organ)?);
        let id = act.put_entry(&owned(meeting, 0, owner), None)?;
        match start {
            Start::New(template) => {
                for (at, (kind, title)) in template.items.iter().enumerate() {
                    let mut item = Entry::new(&ITEM, ("meeting", id));
                    item.put("place", (at + 1).to_string());
                    item.put("kind", kind.as_str());
                    item.put("title", title.as_str());
                    act.put_entry(&item, None)?;
                }
            }
            Start::Again(first) => {
                if !has_been_held(act.meeting_state(*first)?) {
                    return Err(Error::invalid("err-again-early"));
                }
                act.set_first_call(id, *first)?;
                for item in act.items(*first)? {
                    act.put_entry(&owned(&item.entry, 0, ("meeting", id)), None)?;
                }
            }
        }
        Ok(id)
    })
}

/// A record under another owner, and under another id.
fn owned(entry: &Entry, id: i64, owner: (&'static str, i64)) -> Entry {
    Entry::kept(entry.noun, (id, entry.rev), owner, entry.values().to_vec())
}

/// Whether a meeting of this state has ended, so that it can be called again.
pub const fn has_been_held(state: State) -> bool {
    matches!(state, State::Closed | State::ToSign | State::Signed)
}

/// Saves what was changed of a meeting; needs the `rev` that was read. Once the roll is open, body and kind stay what
/// they are: the roll and the rules of the day follow from them. Nothing changed is no act.
pub fn save(store: &mut Store, session: &Session, draft: Option<&str>, meeting: &Entry, organ: &str) -> Result<()> {
    refuse_wrong(store, meeting)?;
    let owner = ("organ", organ_of(store, organ)?);
    let before = store.meeting(meeting.id)?;
    let now = owned(meeting, meeting.id, owner);
    if before.entry == now {
        return draft.map_or(Ok(()), |form| store.drop_draft(form));
    }
    let is_other = before.entry.owner != owner || before.entry.get("kind") != now.get("kind");
    store.act(session, &EDIT, &args(&now), |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        if is_other && act.meeting_state(meeting.id)? != State::Planned {
            return Err(Error::invalid("err-meeting-begun"));
        }
        act.put_entry(&now, None).map(drop)
    })
}

fn refuse_wrong(store: &Store, meeting: &Entry) -> Result<()> {
    let wrong = meeting.check(store.clock().today()).into_iter().find(|(_, _, is_error)| *is_error);
    wrong.map_or(Ok(()), |(_, text, _)| Err(Error::Invalid(text)))
}

fn organ_of(reader: &Reader, name: &str) -> Result<i64> {
    let missing = || Error::Invalid(Text::new("err-organ").with("name", name));
    reader.organ_by_name(name)?.ok_or_else(missing)
}

/// What the log says: the title, or the kind when it has none, and the day.
pub(super) fn args(meeting: &Entry) -> [(&'static str, String); 2] {
    let day = meeting.day("held_on").map(day::show).unwrap_or_default();
    let name = match meeting.get("title") {
        "" => ("meeting", meeting.get("kind").to_owned()),
        title => ("name", title.to_owned()),
    };
    [name, ("day", day)]
}

/// The agenda with the item at `at`, from 0, moved; an item that cannot move stays, and that is no act.
pub fn move_item(store: &mut Store, session: &Session, meeting: i64, at: usize, way: Way) -> Result<()> {
    let items = store.items(meeting)?;
    let kinds: Vec<&str> = items.iter().map(|item| item.entry.get("kind")).collect();
    let Some(to) = agenda::moved(&kinds, at, way) else { return Ok(()) };
    let title = items[at].entry.get("title").to_owned();
    store.act(session, &AGENDA, &[("name", title)], |act| {
        let mut ids: Vec<i64> = act.items(meeting)?.iter().map(|item| item.entry.id).collect();
        if ids.iter().ne(items.iter().map(|item| &item.entry.id)) {
            return Err(Error::Stale);
        }
        ids.swap(at, to);
        act.order_items(ids.into_iter())
    })
}

/// A new item with its place: the one it asks for, at the latest before any other business. Those behind it make room.
pub(super) fn seat_item(act: &Act, item: &Entry) -> Result<Entry> {
    // no row has this id: it keeps the place
    const ROOM: i64 = 0;
    let others = act.items(item.owner.1)?;
    let kinds: Vec<&str> = others.iter().map(|other| other.entry.get("kind")).collect();
    let wanted = item.get("place").parse::<usize>().ok().map(|place| place.saturating_sub(1));
    let seat = agenda::seat(&kinds, wanted);
    let mut ids: Vec<i64> = others.iter().map(|other| other.entry.id).collect();
    ids.insert(seat, ROOM);
    act.order_items(ids.into_iter())?;
    let mut seated = item.clone();
    seated.put("place", (seat + 1).to_string());
    Ok(seated)
}

/// Refuses to take an item off its agenda that belongs there, or on which something hangs.
pub fn refuse_used(reader: &Reader, item: &Entry) -> Result<()> {
    let refused = |id| Err(Error::Invalid(Text::new(id).with("title", item.get("title"))));
    if !agenda::may_go(item.get("kind")) {
        return refused("err-item-stays");
    }
    if reader.is_item_used(item.id)? { refused("err-item-used") } else { Ok(()) }
}

/// Closes the gap that an item has left.
pub(super) fn close_gap(act: &Act, meeting: i64) -> Result<()> {
    let ids: Vec<i64> = act.items(meeting)?.iter().map(|item| item.entry.id).collect();
    act.order_items(ids.into_iter())
}

/// Opens a meeting: writes down who may vote, and by which rules the day goes. In the assembly these are all members in
/// the order of their names; at a founding those who stand on the founders' list; elsewhere those who hold an office.
pub fn open(store: &mut Store, session: &Session, id: i64) -> Result<()> {
    let at = store.clock().time();
    store.act(session, &OPEN, &[], |act| {
        let meeting = named(act, id)?;
        if meeting.state != State::Planned {
            return Err(Error::Stale);
        }
        let eligible = match voters(act, &meeting)? {
            None => act.roll_size(id)?,
            Some(voters) => {
                // a list that was begun as that of a founding
                act.roll(id)?.iter().try_for_each(|line| act.unenrol(line.id))?;
                for (at, voter) in voters.iter().enumerate() {
                    act.enrol(id, at + 1, voter)?;
                }
                voters.len()
            }
        };
        if eligible == 0 {
            return Err(nobody(&meeting));
        }
        let rules = act.rules()?;
        let kind = meeting.entry.get("kind");
        let vote = Vote { organ: &meeting.organ_kind, meeting: kind, motion: "" };
        let quorum = rules.quorum(vote, meeting.call()).map(|rule| (rule.value.clone(), rule.reference.clone()));
        let proxies = rules.first(&[kind, &meeting.organ_kind, ANY_ORGAN], What::Proxies).and_then(Rule::count);
        act.open_meeting(id, &Opening { at, eligible, quorum: quorum.unwrap_or_default(), proxies })
    })
}

/// Who may vote in a meeting that would be opened now; `None` at a founding, whose list is kept by hand.
pub(super) fn voters(reader: &Reader, meeting: &Meeting) -> Result<Option<Vec<Voter>>> {
    if meeting.entry.get("kind") == FOUNDING {
        return Ok(None);
    }
    if meeting.organ_kind == "assembly" {
        return reader.voters().map(Some);
    }
    let on = meeting.entry.day("held_on").unwrap_or_default();
    let holders = reader.holders(meeting.organ_id(), on)?;
    holders.into_iter().map(|member| reader.voter(member)).collect::<Result<_>>().map(Some)
}

/// How many may vote in a meeting that would be opened now.
pub fn eligible(reader: &Reader, meeting: &Meeting) -> Result<usize> {
    voters(reader, meeting)?.map_or_else(|| reader.roll_size(meeting.id()), |voters| Ok(voters.len()))
}

fn nobody(meeting: &Meeting) -> Error {
    let id = match meeting.entry.get("kind") {
        FOUNDING => "err-no-founders",
        _ if meeting.organ_kind == "assembly" => "err-no-voters",
        _ => "err-no-holders",
    };
    Error::Invalid(Text::new(id).with("organ", meeting.organ.as_str()))
}

/// Ends a meeting. Who is absent without excuse owes the fine of the rules, if they have one; nobody does at a founding.
pub fn close(store: &mut Store, session: &Session, id: i64) -> Result<()> {
    let at = store.clock().time();
    store.act(session, &CLOSE, &[], |act| {
        let meeting = named(act, id)?;
        act.close_meeting(id, &at, fine(act, &meeting)?.as_ref())
    })
}

/// What an absence without excuse costs at a meeting.
pub fn fine(reader: &Reader, meeting: &Meeting) -> Result<Option<Amount>> {
    let kind = meeting.entry.get("kind");
    if kind == FOUNDING {
        return Ok(None);
    }
    let rules = reader.rules()?;
    let rule = rules.first(&[kind, &meeting.organ_kind, ANY_ORGAN], What::Fine);
    Ok(rule.and_then(|rule| Amount::parse(&rule.value, "").ok()).filter(|fine| fine.minor > 0))
}

/// Enters that a meeting that was called is not held.
pub fn call_off(store: &mut Store, session: &Session, id: i64) -> Result<()> {
    store.act(session, &DROP, &[], |act| {
        named(act, id)?;
        act.set_meeting_state(id, State::Planned, State::Dropped)
    })
}

/// The meeting as the act finds it; the log names it.
fn named(act: &Act, id: i64) -> Result<Meeting> {
    let meeting = act.meeting(id)?;
    for (name, value) in args(&meeting.entry) {
        act.say(name, value);
    }
    Ok(meeting)
}
