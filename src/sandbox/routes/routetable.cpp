#include "sandbox/routes/routetable.h"

namespace finhub::sandbox {

QList<Route> routeTable()
{
    return sessionRoutes() + categoryRoutes() + registrationRoutes() + verificationRoutes() + uploadRoutes() +
           decisionRoutes() + consentRoutes() + activationRoutes() + extensionRoutes() + directoryRoutes() +
           caseReadRoutes() + contentRoutes() + timelineRoutes() + claimRoutes() + recommendationRoutes() +
           noteRoutes() + webhookRoutes() + deliveryRoutes() + consentTemplateRoutes();
}

} // namespace finhub::sandbox
