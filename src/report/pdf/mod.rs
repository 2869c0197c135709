//! Papers as PDF: PDF/A-2a, so that it can be read in thirty years, and PDF/UA-1, so that it can be heard.
//!
//! Written here, because a library that can do it takes 2.4 MB of the program and ours takes a tenth of that. The same
//! paper of the same day gives the same bytes.

mod content;
mod file;
mod font;
mod metadata;
mod structure;

use super::{
    Report,
    layout::{self, Sheet},
};
use content::Content;
use file::{File, Ref};
use font::Fonts;
use std::fmt::Write;
use structure::Marks;

/// A paper as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Writes a paper.
pub fn render(report: &Report) -> Pdf {
    let mut file = File::new();
    let mut fonts = Fonts::default();
    let mut marks = Marks::default();
    let (width, height) = layout::sheet_size(report.page);
    // each page with its words; head and foot follow when the number of pages is known
    let mut pages: Vec<(Ref, Ref)> = Vec::new();
    // the first page of each paper, with its title
    let mut papers = vec![(0, report.title.clone())];
    let tree = layout::sheets(report, |sheet: Sheet| {
        let (page, words) = (file.id(), file.id());
        let mut content = Content::new(height, &mut fonts);
        content.body(&sheet, |tag| marks.mark(tag, page));
        file.stream(words, "", &content.finish());
        marks.end_page();
        papers.extend(sheet.begins.map(|title| (pages.len(), title)));
        pages.push((page, words));
    });
    let (parent, resources) = (file.id(), file.id());
    for (at, (page, words)) in pages.iter().enumerate() {
        let mut content = Content::new(height, &mut fonts);
        let paper = papers.partition_point(|(first, _)| *first <= at) - 1;
        let (first, title) = &papers[paper];
        let end = papers.get(paper + 1).map_or(pages.len(), |(first, _)| *first);
        content.furniture(&layout::furniture(report, title, at - first + 1, end - first));
        let furniture = file.id();
        file.stream(furniture, "", &content.finish());
        file.object(
            *page,
            &format!(
                "<</Type/Page/Parent {parent}/MediaBox[0 0 {width:.2} {height:.2}]/Resources {resources}\
                 /Contents[{words} {furniture}]/StructParents {at}/Tabs/S>>"
            ),
        );
    }
    let kids = pages.iter().fold(String::new(), |mut kids, (page, _)| {
        let _ = write!(kids, "{page} ");
        kids
    });
    file.object(parent, &format!("<</Type/Pages/Count {}/Kids[{}]>>", pages.len(), kids.trim_end()));
    let names = fonts.embed(&mut file);
    file.object(resources, &format!("<</Font<<{names}>>>>"));
    let structure = structure::write(&mut file, &tree, &marks, height);
    let bytes = metadata::finish(file, report, parent, structure);
    Pdf { bytes, pages: pages.len() }
}
