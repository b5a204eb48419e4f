#pragma once

#include "review/upload.h"
#include "views/ink.h"

#include <QString>

namespace finhub::views {

/// How far a file has come, as one text.
struct UploadText {
    QString text;
    Ink ink = Ink::Secondary;
};

/// What is to be said of a file in the queue. `readable`: the server lets verifications be read, so that a
/// lost file can be looked for; `maySendAgain`: see review::Uploads.
UploadText uploadText(const review::Upload& upload, bool readable, bool maySendAgain);

} // namespace finhub::views
