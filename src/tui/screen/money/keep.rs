//! What was typed on a sheet of rows, kept in the book until the sheet is written.

use crate::{
    store::{self, draft::Draft},
    tui::screen::{Cx, Outcome},
};
use std::time::{Duration, Instant};

/// A draft is written when something typed has waited this long; ticks come at least every 700 ms.
const AFTER: Duration = Duration::from_secs(1);

/// The draft of a sheet: there is one for each thing it is about.
pub struct Keep {
    /// Its name in the table of drafts.
    pub key: String,
    record: i64,
    since: Option<Instant>,
    is_kept: bool,
    /// The draft of a program that ended.
    left: Option<i64>,
}

impl Keep {
    /// The draft of a sheet about a record (0: about none), with what was kept of it by a program that ended.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(form: &'static str, record: i64, cx: &Cx) -> store::Result<(Self, Option<Draft>)> {
        let is_it = |draft: &Draft| draft.record == record && draft.form.split('/').next() == Some(form);
        let draft = cx.reader.drafts(&cx.session.id)?.into_iter().find(is_it);
        let key = draft.as_ref().map_or_else(|| format!("{form}/{record}/{}", cx.session.id), |kept| kept.form.clone());
        let left = draft.as_ref().filter(|draft| draft.session != cx.session.id).map(|draft| draft.id);
        Ok((Self { key, record, since: None, is_kept: draft.is_some(), left }, draft))
    }

    /// Takes over what another program left, so that it goes on as this one's.
    pub fn take_over(&mut self, cx: &mut Cx) {
        if let Some(id) = self.left.take() {
            cx.write(move |store, session, _| {
                store.resume_draft(session, id)?;
                Ok(Outcome::Quiet)
            });
        }
    }

    /// Something was typed.
    pub fn typed(&mut self, now: Instant) {
        self.since.get_or_insert(now);
    }

    /// Keeps what was typed, once it has waited; a blank sheet is thrown away.
    pub fn tick(&mut self, cx: &mut Cx, force: bool, body: impl FnOnce() -> Option<String>) {
        let is_due = |since: &mut Instant| force || cx.now.duration_since(*since) >= AFTER;
        if self.since.take_if(is_due).is_none() {
            return;
        }
        let Some(body) = body() else { return self.drop(cx) };
        self.is_kept = true;
        let (key, record) = (self.key.clone(), self.record);
        cx.write(move |store, session, _| {
            store.put_draft(session, &key, record, 0, &body)?;
            Ok(Outcome::Quiet)
        });
    }

    /// What was typed is in the book: there is nothing to keep.
    pub const fn written(&mut self) {
        (self.since, self.is_kept) = (None, false);
    }

    /// Throws away what was kept.
    pub fn drop(&mut self, cx: &mut Cx) {
        self.since = None;
        if std::mem::take(&mut self.is_kept) {
            let key = self.key.clone();
            cx.write(move |store, _, _| {
                store.drop_draft(&key)?;
                Ok(Outcome::Quiet)
            });
        }
    }
}
