#pragma once

class QWidget;

namespace finhub::views {

/// Lets Tab go through a page in the order in which its layouts place things: rows from top to bottom, each
/// in the direction of reading. Left alone, Qt goes in the order in which widgets were made, which is another
/// one wherever a button is made before the fields above it, or a row is added later. To be called once
/// everything is in its layout, and again when something was added. GUI thread.
void tabAlongLayout(QWidget* page);

} // namespace finhub::views
