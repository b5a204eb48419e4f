#include "views/phases/uploadtext.h"

#include "views/errortext.h"
#include "views/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace finhub::views {

namespace {
using review::FileFault;
using review::Upload;
using review::UploadState;

QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::uploadtext", text);
}

QString faultText(const Upload& upload)
{
    switch (upload.fault) {
    case FileFault::Missing:
        return tr("This file is no longer there.");
    case FileFault::NotAFile:
        return tr("This is a folder or a device. Add the files in it.");
    case FileFault::Unreadable:
        return tr("This file cannot be read. Check that you may open it.");
    case FileFault::Empty:
        return tr("This file is empty.");
    case FileFault::TooLarge:
        return tr("This file is larger than the 10 MB that FinHub takes.");
    case FileFault::WrongKind:
        return tr("By its content this is neither a PDF nor a JPEG nor a PNG.");
    case FileFault::Changed:
        return tr("This file has changed while it was read or since it was checked. Check it again.");
    case FileFault::Undecodable:
    case FileFault::None:
        break;
    }
    return upload.error ? errorText(*upload.error, Attempt::LoadDocument).sentence()
                        : tr("This file cannot be uploaded.");
}

/// "PDF · 1.8 MB", and what else is to be said.
QString withFacts(const Upload& upload, const QString& text)
{
    QStringList parts;
    if (upload.kind != MimeType::Unknown)
        parts << words::mimeType(upload.kind);
    if (upload.size >= 0)
        parts << words::fileSize(upload.size);
    parts << text;
    return parts.join(QStringLiteral(" · "));
}

UploadText readyText(const Upload& upload)
{
    if (upload.type == DocumentType::Unknown)
        return {withFacts(upload, tr("choose what it is")), Ink::Soon};
    if (upload.again)
        return {withFacts(upload, tr("ready, but the same content is here already")), Ink::Soon};
    return {withFacts(upload, tr("ready to be sent")), Ink::Secondary};
}

UploadText sendingText(const Upload& upload)
{
    if (upload.total <= 0)
        return {withFacts(upload, tr("sending…")), Ink::Accent};
    if (upload.sent >= upload.total)
        return {withFacts(upload, tr("sent, waiting for the answer…")), Ink::Accent};
    const qint64 percent = upload.sent * 100 / upload.total;
    return {withFacts(upload, tr("%1 % sent").arg(QLocale().toString(percent))), Ink::Accent};
}

UploadText unknownText(const Upload& upload, bool readable, bool maySendAgain)
{
    if (upload.looking)
        return {tr("The answer was lost. Looking whether FinHub has the file…"), Ink::Soon};
    if (!readable)
        return {tr("It is not known whether FinHub has this file, and this server does not let it be looked "
                   "up. Sent again, it may be there twice."),
                Ink::Bad};
    if (upload.looks == 0)
        return {tr("It is not known whether FinHub has this file, and FinHub could not be asked. Look again "
                   "before you do anything else."),
                Ink::Bad};
    if (maySendAgain && upload.looks >= 2)
        return {tr("FinHub does not have this file, as a second look has shown. You may send it again."),
                Ink::Bad};
    if (maySendAgain)
        return {tr("The answer was lost, and the file was not there a moment ago. You may send it again: "
                   "FinHub records it once."),
                Ink::Bad};
    return {tr("The answer was lost, and the file was not there a moment ago. Look again before you send it "
               "again."),
            Ink::Bad};
}
} // namespace

UploadText uploadText(const Upload& upload, bool readable, bool maySendAgain)
{
    switch (upload.state) {
    case UploadState::Checking:
        return {withFacts(upload, tr("checking…")), Ink::Secondary};
    case UploadState::Ready:
        return readyText(upload);
    case UploadState::Refused:
        return {faultText(upload), Ink::Bad};
    case UploadState::Waiting:
        return {withFacts(upload, tr("waiting for its turn")), Ink::Secondary};
    case UploadState::Sending:
        return sendingText(upload);
    case UploadState::Uploaded:
        return {upload.foundByLook ? tr("✓ Uploaded: the answer was lost, but FinHub has the file.")
                                   : withFacts(upload, tr("✓ uploaded")),
                Ink::Good};
    case UploadState::Failed:
        return {upload.error && upload.fault == FileFault::None
                    ? errorText(*upload.error, Attempt::UploadDocument).sentence()
                    : faultText(upload),
                Ink::Bad};
    case UploadState::Cancelled:
        return {upload.looking ? tr("Cancelled. Looking whether FinHub has it nevertheless…")
                               : tr("Cancelled; FinHub does not have it."),
                Ink::Secondary};
    case UploadState::Unknown:
        return unknownText(upload, readable, maySendAgain);
    }
    return {};
}

} // namespace finhub::views
