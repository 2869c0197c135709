//! Finding words in long text, accents and case ignored.

use super::{Place, Prose};
use crate::domain::fold::fold_places;

/// Which way to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From the cursor on, the place of the cursor included.
    Here,
    /// Behind the cursor.
    Next,
    /// Before the cursor.
    Previous,
}

impl Prose {
    /// Puts the cursor on the nearest place where `words` stand, beyond the end from the beginning again; `false` when
    /// they stand nowhere.
    pub fn find(&mut self, words: &str, way: Way) -> bool {
        let wanted = fold_places(words).0;
        self.found = None;
        if wanted.is_empty() {
            return false;
        }
        let (count, here) = (self.paragraphs.len(), self.cursor);
        // the paragraph of the cursor is looked at twice: first its one side, at the end the other
        for step in 0..=count {
            let paragraph = match way {
                Way::Here | Way::Next => (here.paragraph + step) % count,
                Way::Previous => (here.paragraph + count - step % count) % count,
            };
            let shown = self.paragraphs[paragraph].shown();
            let (text, bytes) = fold_places(shown);
            let mut all = text.match_indices(&wanted).map(|(at, _)| (bytes[at] as usize, at));
            let fits = |at: usize| match (way, step) {
                (Way::Here, 0) => at >= here.at,
                (Way::Next, 0) => at > here.at,
                (Way::Previous, 0) => at < here.at,
                _ => true,
            };
            let found = match way {
                Way::Previous => all.filter(|(at, _)| fits(*at)).last(),
                _ => all.find(|(at, _)| fits(*at)),
            };
            if let Some((at, folded)) = found {
                let end = bytes.get(folded + wanted.len()).map_or(shown.len(), |end| *end as usize);
                let place = Place::new(paragraph, at);
                self.go(if self.is_record(paragraph) { Place::new(paragraph, 0) } else { place });
                self.found = Some((place, end));
                return true;
            }
        }
        false
    }

    /// Forgets what was found; the cursor stays.
    pub fn found_enough(&mut self) {
        self.found = None;
    }
}
