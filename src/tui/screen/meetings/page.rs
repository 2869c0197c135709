//! The page of a meeting, from which everything about it is reached: what to do next, how it is called, who is there, its
//! agenda with what was moved and is to be done, guests, corrections, notes and files.

use super::{
    action, call, editor, founders, heading, motion, roll, sign,
    stage::{self, Course},
};
use crate::{
    command,
    domain::{
        Text,
        agenda::Way,
        day,
        meeting::{ACTION, CORRECTION, GUEST, ITEM, MOTION, State},
        member::Status,
        motion::Motion,
        notice::{Called, Notice, Verdict},
        noun::{Attribute, Entry, FILE, NOTE, Noun},
        payment::Collected,
        roll::Heads,
        rule::Outcome as Decided,
    },
    report::member::words,
    store,
    text::Lang,
    tui::{
        keymap::{Cmd, Scope},
        screen::{
            Cx, Flow, Outcome, Value,
            entry::EntryDraft,
            members::admit::AdmitDraft,
            paper::choose::Choose,
            record::{Lines, RecordPage, Subject, What, entry_lines, entry_text, form},
        },
        widget::{form::FormScreen, page::Line},
    },
};
use anyhow::Result;
use chrono::NaiveDate;

/// What a line of the page is about.
pub enum About {
    /// What to do next.
    Next,
    /// A field of the meeting, by its column.
    Field(&'static str),
    /// Who is there.
    Roll,
    /// Another meeting: the first or the second call.
    Meeting(i64),
}

static ADDED: [&Noun; 6] = [&ITEM, &GUEST, &ACTION, &CORRECTION, &NOTE, &FILE];

/// The page of one meeting.
pub struct MeetingPage {
    id: i64,
}

/// The page of the meeting `id`.
pub fn page(id: i64) -> RecordPage<MeetingPage> {
    RecordPage::new(MeetingPage { id })
}

/// `45 · F 12 · M 33`.
pub fn by_sex(heads: Heads, lang: &Lang) -> String {
    let part = |id, count: u32| format!("{} {}", lang.label(id), lang.count(count.into()));
    format!("{} · {} · {}", lang.count(heads.all.into()), part("sex-F", heads.women), part("sex-M", heads.men))
}

fn own(label: impl Into<String>, text: impl Into<String>, about: About) -> Line<What<About>> {
    Line::new(label, text, What::Own(about))
}

impl MeetingPage {
    /// How it is called, how far it has come, what the rules ask.
    fn facts(&self, read: &Course, cx: &Cx) -> store::Result<Lines<About>> {
        let (lang, Course { meeting, .. }) = (&cx.lang, read);
        let entry = &meeting.entry;
        let field = |code: &'static str| {
            let attribute = entry.noun.attributes.iter().find(|attribute: &&Attribute| attribute.code == code)?;
            let value = words::entry(entry, code, lang);
            (!value.is_empty()).then(|| own(lang.label(attribute.label), value, About::Field(code)))
        };
        let mut lines = vec![own(lang.label("meeting-next"), lang.text(&read.next(cx)?), About::Next)];
        lines.push(own(lang.label("field-state"), stage::state(meeting, lang), About::Next));
        for version in cx.reader.minutes_versions(meeting.id())? {
            let label = lang.text(&Text::new("minutes-version").with("version", version.version));
            let words = cx.reader.minutes_words(meeting.id(), version.version)?;
            let day = |day: Option<NaiveDate>| day.map(day::show).unwrap_or_default();
            let frozen = Text::new("minutes-version-frozen").with("day", day(version.frozen_on)).with("words", words);
            let back = version.taken_back.map(|(on, reason)| {
                lang.text(&Text::new("minutes-version-back").with("day", day(on)).with("reason", reason))
            });
            let text = [Some(lang.text(&frozen)), back].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            lines.push(own(label, text, About::Next));
        }
        lines.push(own(lang.label("field-organ"), &*meeting.organ, About::Field("organ")));
        if !entry.get("title").is_empty() {
            lines.extend(field("kind"));
        }
        let when = ["held_on", "time", "place"].map(|code| words::entry(entry, code, lang));
        let when = when.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        lines.push(own(lang.label("field-held_on"), when, About::Field("held_on")));
        let rules = cx.reader.rules()?;
        if let Some(notice) = Notice::of(Called::of(meeting), &rules) {
            let text = lang.text(&notice.text(cx.clock.today()));
            let is_late = matches!(notice.verdict(cx.clock.today()), Verdict::Late | Verdict::Missed);
            let mark = if is_late { "! " } else { "" };
            lines.push(own(lang.label("meeting-notice"), format!("{mark}{text}"), About::Field("notice_on")));
        }
        let people = ["channel", "called_by", "chair", "secretary", "tellers", "note"];
        lines.extend(people.into_iter().filter_map(field));
        for (label, other) in
            [("meeting-first", meeting.first), ("meeting-second-call", cx.reader.second_call(self.id)?)]
        {
            let Some(other) = other else { continue };
            let name = heading(&cx.reader.meeting(other)?.entry, lang);
            lines.push(own(lang.label(label), name, About::Meeting(other)));
        }
        Ok(lines)
    }

    /// Who is there, in figures, beside the rule of quorum.
    fn presence(read: &Course, cx: &Cx) -> store::Result<Lines<About>> {
        let (lang, count) = (&cx.lang, read.count());
        let mut lines = Vec::new();
        if read.is_founding() && read.meeting.state == State::Planned {
            lines.push(own(lang.label("founders-title"), by_sex(count.eligible, lang), About::Roll));
        } else if read.meeting.eligible.is_some() {
            lines.push(own(lang.label("meeting-present"), by_sex(count.present, lang), About::Roll));
            let more = [("meeting-proxies", count.represented), ("meeting-excused", count.excused)];
            let more = more.into_iter().filter(|(_, heads)| heads.all > 0);
            lines.extend(more.map(|(label, heads)| own(lang.label(label), by_sex(heads, lang), About::Roll)));
        }
        if let Some(text) = read.quorum_text(cx)? {
            let mark = match read.quorum() {
                Some((_, true)) => "✓ ",
                Some((_, false)) => "! ",
                None => "",
            };
            lines.push(own(lang.label("rule-quorum"), format!("{mark}{}", lang.text(&text)), About::Roll));
        }
        Ok(lines)
    }

    /// What was collected by currency, beside what was counted.
    fn collected(&self, cx: &Cx) -> store::Result<Lines<About>> {
        let line = |Collected { came, counted }: Collected| {
            let id = match &counted {
                None => "meeting-collected-uncounted",
                Some(counted) if *counted == came => "meeting-collected-equal",
                Some(_) => "meeting-collected-unequal",
            };
            let label = cx.lang.text(&Text::new("meeting-collected").with("currency", came.currency.as_str()));
            let counted = counted.unwrap_or_else(|| came.clone());
            let text = Text::new(id).with("came", came).with("counted", counted);
            own(label, cx.lang.text(&text), About::Roll)
        };
        Ok(cx.reader.collected(self.id)?.into_iter().map(line).collect())
    }

    /// The agenda, and under each item what is to be done.
    fn agenda(&self, read: &Course, cx: &Cx) -> store::Result<Lines<About>> {
        let lang = &cx.lang;
        let actions = cx.reader.entries(&ACTION, ("meeting", self.id))?;
        let motions = cx.reader.motions(self.id)?;
        let mut lines = vec![Line::heading(lang.label(ITEM.heading))];
        let mut rest: Vec<Entry> = Vec::new();
        let of_item = |action: &Entry, item: i64| action.get("item_id") == item.to_string();
        for action in &actions {
            if !read.items.iter().any(|item| of_item(action, item.entry.id)) {
                rest.push(action.clone());
            }
        }
        for (at, item) in read.items.iter().enumerate() {
            let mut parts = vec![item.entry.get("title").to_owned(), item.entry.get("presenter").to_owned()];
            if let Ok(minutes) = item.entry.get("duration").parse::<u32>() {
                parts.push(lang.text(&Text::new("item-minutes-long").with("count", minutes)));
            }
            if !item.text.is_empty() {
                parts.push(lang.label("item-written").to_owned());
            }
            parts.retain(|part| !part.is_empty());
            lines.push(Line::new((at + 1).to_string(), parts.join(" · "), What::Entry(item.entry.clone())));
            let moved = motions.iter().filter(|motion| motion.item() == item.entry.id);
            lines.extend(moved.map(|motion| motion_line(motion, lang)));
            let below = actions.iter().filter(|action| of_item(action, item.entry.id));
            lines.extend(below.map(|action| action_line(action, cx)));
        }
        if !rest.is_empty() {
            lines.push(Line::heading(lang.label(ACTION.heading)));
            lines.extend(rest.iter().map(|action| action_line(action, cx)));
        }
        Ok(lines)
    }

    /// Admits the founders in the order in which they have signed, by the decision of this meeting.
    fn admit(&self, cx: &Cx) -> Result<Flow> {
        let read = Course::read(self.id, cx)?;
        if !read.is_founding() {
            return Err(store::Error::invalid("err-not-founding").into());
        }
        if read.meeting.state == State::Planned {
            return Err(store::Error::invalid("err-admit-early").into());
        }
        let mut applying = Vec::new();
        for line in &read.roll {
            if cx.reader.member(line.member)?.status == Status::Applicant {
                applying.push(line.member);
            }
        }
        if applying.is_empty() {
            return Err(store::Error::invalid("err-founders-admitted").into());
        }
        let held_on = read.meeting.entry.day("held_on").unwrap_or_default().min(cx.clock.today());
        let decision = heading(&read.meeting.entry, &cx.lang);
        let is_adopted = |motion: &Motion| {
            motion.entry.get("kind") == "statutes"
                && motion.amends().is_none()
                && motion.outcome() == Some(Decided::Adopted)
        };
        let without = (!cx.reader.motions(self.id)?.iter().any(is_adopted)).then(|| Text::new("warn-admit-statutes"));
        let draft = AdmitDraft::new(&applying, cx)?.decided("founders", &decision, held_on).doubted(without);
        Ok(Flow::push(FormScreen::new(draft, cx).in_area(super::AREA)))
    }

    /// What a key does on an item of the agenda.
    fn run_item(&self, cmd: Cmd, entry: &Entry, cx: &mut Cx) -> Result<Flow> {
        Ok(match cmd {
            Cmd::Open if *entry.noun == ITEM => Flow::push(editor::screen(self.id, Some(entry.id), cx)?),
            Cmd::Earlier if *entry.noun == ITEM => self.move_item(entry, Way::Earlier, cx),
            Cmd::Later if *entry.noun == ITEM => self.move_item(entry, Way::Later, cx),
            Cmd::Archive if *entry.noun == ITEM => {
                command::meeting::refuse_used(&cx.reader, entry)?;
                Flow::Ignored
            }
            _ => Flow::Ignored,
        })
    }

    fn move_item(&self, item: &Entry, way: Way, cx: &mut Cx) -> Flow {
        let (meeting, item) = (self.id, item.id);
        cx.write(move |store, session, _| {
            let at = store.items(meeting)?.iter().position(|other| other.entry.id == item);
            at.map_or(Ok(()), |at| command::meeting::move_item(store, session, meeting, at, way))?;
            Ok(Outcome::Value(Value::Saved(item)))
        });
        Flow::Stay
    }
}

/// What was moved and what became of it, under its item.
fn motion_line(motion: &Motion, lang: &Lang) -> Line<What<About>> {
    let text = motion.text().replace('\n', " ");
    let became = motion.outcome().map(|outcome| format!("{} · ", lang.label(outcome.text_id()))).unwrap_or_default();
    let label = format!("  {} {}", lang.label("area-meetings-motion"), motion.number());
    Line::new(label, format!("{became}{text}"), What::Entry(motion.entry.clone()))
}

/// What somebody is to do, under the item it comes from.
fn action_line(action: &Entry, cx: &Cx) -> Line<What<About>> {
    let is_late = action.get("state") == "open" && action.day("due_on").is_some_and(|due| due < cx.clock.today());
    let mark = if is_late { "! " } else { "" };
    let text = format!("{mark}{}", entry_text(action, &cx.lang));
    Line::new(format!("  {}", cx.lang.label(ACTION.text_id).to_lowercase()), text, What::Entry(action.clone()))
}

impl Subject for MeetingPage {
    type Own = About;

    fn owner(&self) -> (&'static str, i64) {
        ("meeting", self.id)
    }
    fn area(&self) -> usize {
        super::AREA
    }
    fn scope(&self) -> Scope {
        Scope::Meeting
    }
    fn place(&self, lang: &Lang) -> String {
        lang.label("area-meetings").to_owned()
    }
    fn name(&self, cx: &Cx) -> store::Result<String> {
        Ok(heading(&cx.reader.meeting(self.id)?.entry, &cx.lang))
    }
    fn added(&self) -> &'static [&'static Noun] {
        &ADDED
    }

    fn lines(&self, cx: &Cx) -> store::Result<Lines<About>> {
        let read = Course::read(self.id, cx)?;
        let mut lines = self.facts(&read, cx)?;
        lines.extend(Self::presence(&read, cx)?);
        lines.extend(self.collected(cx)?);
        lines.extend(self.agenda(&read, cx)?);
        entry_lines(&mut lines, cx.reader.entries(&GUEST, self.owner())?, &cx.lang);
        // those of these minutes, and those that this meeting made of earlier ones
        let corrections = cx.reader.corrections(self.id)?.into_iter().map(|corrected| corrected.entry).collect();
        entry_lines(&mut lines, corrections, &cx.lang);
        Ok(lines)
    }

    /// A new item stands behind the one under the cursor, an action belongs to it.
    fn begin_at(&self, noun: &'static Noun, at: Option<&What<About>>, cx: &Cx) -> Result<Flow> {
        let item = match at {
            Some(What::Entry(on)) if *on.noun == ITEM => Some(on.id),
            Some(What::Entry(on)) => on.get("item_id").parse().ok(),
            _ => None,
        };
        if *noun == ACTION {
            return action::begin(self.id, item, cx);
        }
        if *noun == CORRECTION {
            return sign::correct(&cx.reader.meeting(self.id)?, cx);
        }
        let mut entry = Entry::begun(noun, self.owner(), cx.clock.today());
        if let Some(item) = item.filter(|_| *noun == ITEM) {
            let place = cx.reader.items(self.id)?.iter().position(|other| other.entry.id == item);
            entry.put("place", place.map(|place| (place + 2).to_string()).unwrap_or_default());
        }
        Ok(form(EntryDraft::new(entry, self.name(cx)?), cx))
    }

    fn name_of(&self, cmd: Cmd) -> &'static str {
        match cmd {
            Cmd::Archive => "meeting-drop",
            Cmd::Admit => "founders-admit",
            _ => cmd.text_id(),
        }
    }

    fn run_on(&self, cmd: Cmd, entry: &Entry, cx: &mut Cx) -> Result<Flow> {
        let item = if *entry.noun == ITEM { Some(entry.id) } else { entry.get("item_id").parse().ok() };
        Ok(match (cmd, item) {
            (Cmd::Motion, Some(item)) => return motion::begin(self.id, item, cx),
            (Cmd::Action, item) => return action::begin(self.id, item, cx),
            (Cmd::Print, _) if *entry.noun == MOTION => {
                Flow::push(Choose::meeting(self.id).with(vec![("motion", entry.get("number").to_owned())]))
            }
            _ if *entry.noun == MOTION => return motion::run(cmd, entry, cx),
            (Cmd::Open, _) if *entry.noun == ACTION => return action::settle(entry.id, cx),
            (Cmd::Edit, _) if *entry.noun == ACTION => return action::edit(entry.id, cx),
            _ => self.run_item(cmd, entry, cx)?,
        })
    }

    fn run(&self, cmd: Cmd, about: Option<&About>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, about) {
            (Cmd::Motion, _) => return Err(store::Error::invalid("err-motion-item").into()),
            (Cmd::Action, _) => action::begin(self.id, None, cx)?,
            (Cmd::Open, Some(About::Next)) | (Cmd::Stage, _) => Course::read(self.id, cx)?.ask(cx)?,
            (Cmd::Open, Some(About::Meeting(id))) => Flow::push(page(*id)),
            (Cmd::Open, Some(About::Roll)) | (Cmd::RollCall, _) => {
                let meeting = cx.reader.meeting(self.id)?;
                let is_founding = meeting.entry.get("kind") == command::meeting::FOUNDING;
                match meeting.state {
                    State::Planned if is_founding => Flow::push(founders::Founders::new(self.id, cx)?),
                    State::Planned => return Err(store::Error::invalid("err-roll-closed").into()),
                    State::Dropped => return Err(store::Error::invalid("next-dropped").into()),
                    _ => Flow::push(roll::screen(self.id, cx)?),
                }
            }
            (Cmd::Edit | Cmd::Open, Some(About::Field(code))) => call::edit(self.id, code, cx)?,
            (Cmd::Edit, _) => call::edit(self.id, "kind", cx)?,
            (Cmd::SecondCall, _) => call::again(self.id, cx)?,
            (Cmd::Archive, _) => stage::ask_drop(&cx.reader.meeting(self.id)?, cx)?,
            (Cmd::Admit, _) => self.admit(cx)?,
            (Cmd::Print, _) => Flow::push(Choose::meeting(self.id)),
            _ => Flow::Ignored,
        })
    }

    fn returned(&self, value: Value, cx: &mut Cx) -> Result<Flow> {
        if let Value::Stage(id, to) = value {
            stage::take(id, to, cx);
        }
        Ok(Flow::Stay)
    }
}
