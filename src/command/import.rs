//! A list of members becomes part of the register: first a plan that changes nothing, then one act.
//!
//! A row is somebody the register knows when it bears the same number, number of the old register or number of an
//! identity paper, or, when nothing speaks against it, the same name as exactly one member. A blank never overwrites,
//! and neither does the same text in other capitals or with other accents. What two rows have in common with each other
//! or with a member is shown as a possible duplicate; nothing is merged.

use super::{REGISTER, SECRETARY, member::Step, share};
use crate::{
    domain::{
        Text,
        command::{Command, Undo},
        duplicate::{Alike, Profile},
        fold::fold,
        member::{Field, Issue, Member, Status, parse_number},
        pairing::pairs,
        takes::Takes,
        user::Session,
    },
    store::{Error, Reader, Result, Store},
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Writes a list of members.
pub static IMPORT: Command = Command { id: "member.import", roles: REGISTER, undo: Undo::ByRecord, pin: false };

/// A row as it was read: the member it describes, and which fields it says anything of.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Its place in the file, from 1.
    pub row: usize,
    /// What it says.
    pub member: Member,
    /// The fields that are not blank.
    pub given: Vec<Field>,
    /// What was wrong with its texts; an error refuses the row.
    pub issues: Vec<Issue>,
}

/// What new people of the list become, unless their row gives a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enter {
    /// Applicants.
    Applicants,
    /// Admitted members with a number; they joined on that day unless their row gives another.
    Admitted(Option<NaiveDate>),
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Somebody new.
    New,
    /// A member of whom something changes.
    Changed,
    /// A member of whom nothing changes.
    Same,
    /// Nothing, because something is wrong.
    Refused,
}

/// A row and what becomes of it.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Its place in the file.
    pub row: usize,
    /// What becomes of it.
    pub outcome: Outcome,
    /// The member as it would be written.
    pub member: Member,
    /// What changes: field, old and new text.
    pub changes: Vec<(Field, String, String)>,
    /// What is wrong or worth a look.
    pub issues: Vec<Issue>,
    /// Whether the user has left the row out.
    pub left_out: bool,
    given: Vec<Field>,
}

/// Two that may be one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The row of a new person, or one that is refused.
    pub row: usize,
    /// An earlier row of that kind.
    pub with_row: Option<usize>,
    /// A member, by id.
    pub with_member: Option<i64>,
    /// How much they look alike, and why.
    pub alike: Alike,
}

/// What an import would do.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The rows in the order of the file.
    pub rows: Vec<Planned>,
    /// Who may be the same person.
    pub duplicates: Vec<Duplicate>,
    /// The last act when the plan was made.
    since: i64,
}

/// What an import has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The act.
    pub act: i64,
    /// How many people are new.
    pub new: usize,
    /// How many members were changed.
    pub changed: usize,
}

/// Told how many rows are done; `false` stops.
pub type Progress<'a> = &'a mut dyn FnMut(usize) -> bool;

impl Plan {
    /// How many rows come to this.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.rows.iter().filter(|row| row.outcome == outcome).count()
    }

    /// How many rows have something worth a look that does not refuse them.
    pub fn warnings(&self) -> usize {
        self.rows.iter().filter(|row| row.outcome != Outcome::Refused && !row.issues.is_empty()).count()
    }

    /// How many rows would be written.
    pub fn to_write(&self) -> usize {
        self.written().count()
    }

    /// Whether somebody has changed members since this was made.
    ///
    /// # Errors
    /// What the book says.
    pub fn is_old(&self, reader: &Reader) -> Result<bool> {
        reader.is_changed_since(self.since, "member")
    }

    fn written(&self) -> impl Iterator<Item = &Planned> {
        self.rows.iter().filter(|r| !r.left_out && matches!(r.outcome, Outcome::New | Outcome::Changed))
    }
}

/// Compares a list with the register. Nothing is written.
pub fn plan(
    reader: &Reader,
    rows: impl IntoIterator<Item = Incoming>,
    enter: Enter,
    today: NaiveDate,
    progress: Progress,
) -> Result<Plan> {
    let rows: Vec<Incoming> = rows.into_iter().collect();
    let mut names: HashMap<String, u32> = HashMap::new();
    for row in &rows {
        *names.entry(row.member.words_key()).or_default() += 1;
    }
    let mut plan = Plan { rows: Vec::with_capacity(rows.len()), duplicates: Vec::new(), since: reader.last_act()? };
    let mut taken: HashMap<i64, usize> = HashMap::new();
    let mut forms: HashMap<String, usize> = HashMap::new();
    for (at, row) in rows.into_iter().enumerate() {
        if at.is_multiple_of(64) && !progress(at) {
            return Err(Error::invalid("err-cancelled"));
        }
        let mut planned = Planned {
            row: row.row,
            outcome: Outcome::New,
            member: row.member,
            changes: Vec::new(),
            issues: row.issues,
            left_out: false,
            given: row.given,
        };
        let is_only_one = names.get(&planned.member.words_key()) == Some(&1);
        if !planned.has_error() {
            match planned.find(reader, is_only_one, &taken)? {
                Some(id) => {
                    // how many shares somebody has the ledger says, as soon as it knows of any
                    let is_kept = reader.has_share_moves(id)?;
                    let is_share = |field: &Field| matches!(field, Field::Shares | Field::SharesPaid);
                    planned.given.retain(|field| !(is_kept && is_share(field)));
                    planned.compare(reader.member(id)?);
                }
                None => planned.enter(enter),
            }
            for issue in planned.member.check(today) {
                // reading the row may have said the same
                if !planned.issues.contains(&issue) {
                    planned.issues.push(issue);
                }
            }
            if planned.changes.iter().any(|(field, _, _)| matches!(field, Field::Site | Field::Team))
                && let Some(why) = reader.move_fault(planned.member.id, today)?
            {
                planned.issue(Field::Site, why, true);
            }
        }
        if matches!(planned.outcome, Outcome::Changed | Outcome::Same)
            && let Some(first) = taken.insert(planned.member.id, planned.row)
        {
            planned.issue(Field::Surname, Text::new("err-import-twice").with("row", first), true);
        }
        planned.check_form(reader, &mut forms)?;
        if planned.has_error() {
            planned.outcome = Outcome::Refused;
        }
        plan.rows.push(planned);
    }
    plan.duplicates = duplicates(reader, &plan.rows, progress)?;
    Ok(plan)
}

impl Planned {
    fn issue(&mut self, field: Field, text: Text, is_error: bool) {
        self.issues.push(Issue { field, text, is_error });
    }

    fn has_error(&self) -> bool {
        self.issues.iter().any(|issue| issue.is_error)
    }

    /// Refuses the number of a paper form from which somebody else was entered, or that an earlier row of `forms` has.
    fn check_form(&mut self, reader: &Reader, forms: &mut HashMap<String, usize>) -> Result<()> {
        let number = self.member.kept(Field::FormNumber).to_ascii_lowercase();
        if number.is_empty() {
            return Ok(());
        }
        let earlier = forms.get(&number).map(|row| Text::new("err-import-form").with("row", *row));
        if earlier.is_none() {
            forms.insert(number, self.row);
        }
        let taken = reader.form_number_taken(self.member.id, self.member.kept(Field::FormNumber))?;
        if let Some(text) = taken.or(earlier) {
            self.issue(Field::FormNumber, text, true);
        }
        Ok(())
    }

    /// The member that the row is about, if the register knows one; of those in `taken` an earlier row spoke.
    fn find(&mut self, reader: &Reader, is_only_one: bool, taken: &HashMap<i64, usize>) -> Result<Option<i64>> {
        let mut found: Vec<(Field, Vec<i64>)> = Vec::new();
        if let Some(number) = self.member.number {
            found.push((Field::Number, reader.member_by_number(number)?.into_iter().collect()));
        }
        let mut former = reader.members_by_former_number(&self.member.former_number)?;
        if let (true, true, Ok(number)) =
            (former.is_empty(), self.member.surname.is_empty(), parse_number(&self.member.former_number))
        {
            // a row without a name is about somebody the register knows, by the number people go by
            former.extend(reader.member_by_number(number)?);
            self.given.retain(|field| *field != Field::FormerNumber);
        }
        found.push((Field::FormerNumber, former));
        found.push((Field::IdNumber, reader.members_by_id_number(&self.member.id_number)?));
        let mut named = reader.members_by_words(&self.member.words_key())?;
        if let Some((_, numbered)) = found.iter().find(|(field, ids)| *field == Field::Number && !ids.is_empty())
            && !named.is_empty()
            && !named.contains(&numbered[0])
        {
            // the numbers of the list are others: nobody is renamed to somebody the register knows
            self.issue(Field::Number, Text::new("warn-import-other"), true);
        }
        if let ([id], true) = (&named[..], is_only_one) {
            if !self.may_be(&reader.member(*id)?) {
                named.clear();
            }
            found.push((Field::Surname, named));
        } else {
            // of several of one name it is who already has all that the row says: a list read twice makes no doubles
            let mut same = None;
            for id in named.iter().filter(|id| !taken.contains_key(id)) {
                let member = share::registered(reader, *id)?;
                if self.may_be(&member) && !self.given.iter().any(|field| self.differs(&member, *field)) {
                    same = Some(*id);
                    break;
                }
            }
            match same {
                Some(id) => found.push((Field::Surname, vec![id])),
                None if is_only_one => found.push((Field::Surname, named)),
                None => {}
            }
        }
        let mut member = None;
        for (field, ids) in found {
            match (ids.as_slice(), member) {
                ([], _) => {}
                ([id], None) => member = Some(*id),
                ([id], Some(other)) if *id == other => {}
                ([_], Some(_)) => self.issue(field, Text::new("warn-import-other"), false),
                // several: one of them may be the one that was found already
                (several, Some(other)) if several.contains(&other) => {}
                (several, _) => {
                    self.issue(field, Text::new("warn-import-several").with("count", several.len()), false);
                }
            }
        }
        Ok(member)
    }

    /// Whether nothing that is given speaks against a member of the same name.
    fn may_be(&self, member: &Member) -> bool {
        let mine = &self.member;
        let both =
            |a: &str, b: &str| !a.is_empty() && !b.is_empty() && fold(a).replace(' ', "") != fold(b).replace(' ', "");
        let sex = mine.sex.is_some() && member.sex.is_some() && mine.sex != member.sex;
        let birth = mine.birth.zip(member.birth).is_some_and(|(a, b)| {
            (a.year() - b.year()).abs() > 2 || (a.is_exact() && b.is_exact() && a != b && a.year() != b.year())
        });
        let number = mine.number.is_some() && member.number.is_some();
        !(sex
            || birth
            || number
            || both(&mine.id_number, &member.id_number)
            || both(&mine.former_number, &member.former_number))
    }

    /// Somebody new.
    fn enter(&mut self, enter: Enter) {
        if let Some(number) = self.member.number.take() {
            if self.member.former_number.is_empty() {
                self.member.former_number = number.to_string();
            }
            self.issue(Field::Number, Text::new("warn-import-number").with("number", number.to_string()), false);
        }
        let given_status = self.given.contains(&Field::Status);
        match enter {
            Enter::Admitted(on) => {
                if !given_status {
                    self.member.status = Status::Active;
                }
                if self.member.status.is_admitted() {
                    self.member.joined_on = self.member.joined_on.or(on);
                }
            }
            Enter::Applicants if !given_status => self.member.status = Status::Applicant,
            Enter::Applicants => {}
        }
    }

    /// Whether the row says of a field something else than the member has; a blank says nothing.
    fn differs(&self, old: &Member, field: Field) -> bool {
        let (was, is) = (old.get(field), self.member.get(field));
        let is_name = matches!(field, Field::Surname | Field::PostName | Field::GivenName);
        let is_text = is_name
            || matches!(field, Field::KnownAs | Field::Village | Field::Site)
            || matches!(field, Field::FormerNumber | Field::IdNumber | Field::IdPlace)
            || field.takes() == Some(Takes::Text);
        let alike = was == is || is_text && fold(&was) == fold(&is);
        !(is.is_empty() || alike || is_name && self.member.words_key() == old.words_key())
    }

    /// A member: takes over what the row says otherwise.
    fn compare(&mut self, old: Member) {
        let given = std::mem::take(&mut self.given);
        let differing: Vec<Field> = given.into_iter().filter(|field| self.differs(&old, *field)).collect();
        let new = std::mem::replace(&mut self.member, old);
        for field in differing {
            let (was, is) = (self.member.get(field), new.get(field));
            match field {
                // it was found by another field, and its own number it keeps
                Field::Number => continue,
                Field::Status if !self.member.status.next().contains(&new.status) => {
                    let text = Text::new("warn-import-status")
                        .with("from", Text::new(self.member.status.text_id()))
                        .with("to", Text::new(new.status.text_id()));
                    self.issue(Field::Status, text, false);
                    continue;
                }
                _ => {}
            }
            self.member.copy(field, &new);
            self.changes.push((field, was, is));
        }
        self.outcome = if self.changes.is_empty() { Outcome::Same } else { Outcome::Changed };
    }
}

/// New people who may be members, or each other. A row that is refused takes part: once it is mended it would be somebody
/// new.
fn duplicates(reader: &Reader, rows: &[Planned], progress: Progress) -> Result<Vec<Duplicate>> {
    let is_new = |row: &&Planned| matches!(row.outcome, Outcome::New | Outcome::Refused);
    let new: Vec<&Planned> = rows.iter().filter(is_new).collect();
    let mut found = Vec::new();
    let is_empty = reader.member_totals()?.count(&[], None) == 0;
    let mut goes_on = || if progress(rows.len()) { Ok(()) } else { Err(Error::invalid("err-cancelled")) };
    for (at, row) in new.iter().enumerate().filter(|_| !is_empty) {
        if at.is_multiple_of(64) {
            goes_on()?;
        }
        for (member, alike) in reader.member_duplicates(&row.member)? {
            found.push(Duplicate { row: row.row, with_row: None, with_member: Some(member.id), alike });
        }
    }
    let profiles: Vec<Profile> = new.iter().map(|row| Profile::of(&row.member)).collect();
    for pair in pairs(&profiles, |_, _| goes_on())? {
        let with_row = Some(new[pair.first].row);
        found.push(Duplicate { row: new[pair.second].row, with_row, with_member: None, alike: pair.alike });
    }
    found.sort_by_key(|twice| twice.row);
    Ok(found)
}

/// Writes the new and the changed rows of a plan as one act, or nothing at all. A plan that was made before somebody
/// else changed a member is [`Error::Stale`]: it must be made again.
pub fn import(store: &mut Store, session: &Session, plan: &Plan, file: &str, progress: Progress) -> Result<Imported> {
    let count = |outcome| plan.written().filter(|row| row.outcome == outcome).count();
    let (new, changed) = (count(Outcome::New), count(Outcome::Changed));
    if new + changed == 0 {
        return Err(Error::invalid("err-import-nothing"));
    }
    let args = [("file", file.to_owned()), ("count", (new + changed).to_string())];
    store.act(session, &IMPORT, &args, |act| {
        if act.is_changed_since(plan.since, "member")? {
            return Err(Error::Stale);
        }
        if plan.written().any(|row| row.outcome == Outcome::New && row.member.status.is_admitted()) {
            act.require(SECRETARY)?;
        }
        for (at, row) in plan.written().enumerate() {
            if at.is_multiple_of(64) && !progress(at) {
                return Err(Error::invalid("err-cancelled"));
            }
            if row.outcome == Outcome::New {
                act.insert_member(&row.member)?;
                continue;
            }
            let rev = act.update_member(&row.member)?;
            if row.changes.iter().any(|(field, _, _)| *field == Field::Status) {
                let old = Member { rev, ..act.member(row.member.id)? };
                let step =
                    Step { status: row.member.status, on: act.today(), reason: String::new(), decision: String::new() };
                super::member::take(act, &old, &step)?;
            }
        }
        Ok(Imported { act: act.id(), new, changed })
    })
}
