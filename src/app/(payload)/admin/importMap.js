import { OverviewHead as OverviewHead_60a22fdd261517015c20e2e480e9b5e5 } from '../../../admin/overview/OverviewHead'
import { ChoiceField as ChoiceField_5fbde990fdc025312b9dbc94ad34b51f } from '../../../admin/ChoiceField/ChoiceField'
import { QualifyButton as QualifyButton_1d64fe61b5a3653c326b93ed832a01d9 } from '../../../admin/qualify/QualifyButton'
import { GatherView as GatherView_c4f932f25b6e912daebe433965bcab2d } from '../../../admin/gather/GatherView'
import { StoryView as StoryView_07e2702d556c79f8a52f00b3fa433e54 } from '../../../admin/story/StoryView'
import { SettingsView as SettingsView_6e97004d35601209e35838a90c0fbc84 } from '../../../admin/settings/SettingsView'
import { CostsView as CostsView_8b7dfc0bfe62e2f3d67ec85dc1652350 } from '../../../admin/costs/CostsView'
import { FilmView as FilmView_9ab68b0a7377f00f3c93d28bb7d18b0b } from '../../../admin/film/FilmView'
import { BoardView as BoardView_995037cad87c1016ad94fe4f9564cc30 } from '../../../admin/board/BoardView'
import { ActivityView as ActivityView_8b960ec47a0a1f646ea5ace365446cb0 } from '../../../admin/activity/ActivityView'
import { ScenePanel as ScenePanel_b311613c842071a91ba4634d467495d1 } from '../../../admin/scene/ScenePanel'
import { SceneControls as SceneControls_4dc97dd68f9b6e4a0b61cd540df6a71d } from '../../../admin/scene/SceneControls'
import { PromptView as PromptView_ee37a75959c87b2c5c82c867dcca1169 } from '../../../admin/prompt/PromptView'
import { TakesView as TakesView_d9d94ae8495707de705069b97533a159 } from '../../../admin/scene/TakesView'
import { RunPage as RunPage_399bd4731a4c7d3389f5de0fe714c4cb } from '../../../admin/run/RunPage'
import { SheetPanel as SheetPanel_1757b81c34902d1e5077667ca69c302a } from '../../../admin/sheets/SheetPanel'
import { FilePanel as FilePanel_43da204fac7dac302eb0d6ae87620f94 } from '../../../admin/library/FilePanel'
import { FileSizeCell as FileSizeCell_61a36015e7738bb796735cfe87ef29a4 } from '../../../admin/library/FileSizeCell'
import { OneOffs as OneOffs_4cc1c932412c9e5a5e373005d374c583 } from '../../../admin/library/oneOff/OneOffs'
import { FileFilters as FileFilters_e4bbe84438419a4b46e57e27b661bc5f } from '../../../admin/library/FileFilters'
import { AlertBar as AlertBar_93924c8b7ef802665f99a28c8eda5ac5 } from '../../../admin/shell/AlertBar'
import { BrandIcon as BrandIcon_b199ccb02ede9b84eff311dbfeb286e0 } from '../../../admin/shell/Brand'
import { BrandLogo as BrandLogo_b199ccb02ede9b84eff311dbfeb286e0 } from '../../../admin/shell/Brand'
import { Chips as Chips_551c5e508e8f32553e4d30caa22f5a78 } from '../../../admin/shell/Chips'
import { Home as Home_521a47bca1e432d134a225b7ac8e6511 } from '../../../admin/home/Home'
import { NavBrand as NavBrand_b199ccb02ede9b84eff311dbfeb286e0 } from '../../../admin/shell/Brand'
import { StudioLinks as StudioLinks_b2c109fd43ff7ee83ca2123b1942fce9 } from '../../../admin/shell/StudioLinks'
import { StudioProvider as StudioProvider_c87c096d0bea6110a7d3cb19d1aad071 } from '../../../admin/shell/StudioProvider'
import { NotificationsView as NotificationsView_cc50a574c4954604ad9d2a2171b3e389 } from '../../../admin/notifications/NotificationsView'
import { AllCostsView as AllCostsView_a4228838d5ab28808ebec0fe3186b345 } from '../../../admin/costs/AllCostsView'
import { DecisionsView as DecisionsView_f5ad6dbe5f94f95b11edc2f68faf044f } from '../../../admin/decisions/DecisionsView'
import { AlertsView as AlertsView_84ec9401551adf33358d14fa42ddf824 } from '../../../admin/alerts/AlertsView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/overview/OverviewHead#OverviewHead": OverviewHead_60a22fdd261517015c20e2e480e9b5e5,
  "/admin/ChoiceField/ChoiceField#ChoiceField": ChoiceField_5fbde990fdc025312b9dbc94ad34b51f,
  "/admin/qualify/QualifyButton#QualifyButton": QualifyButton_1d64fe61b5a3653c326b93ed832a01d9,
  "/admin/gather/GatherView#GatherView": GatherView_c4f932f25b6e912daebe433965bcab2d,
  "/admin/story/StoryView#StoryView": StoryView_07e2702d556c79f8a52f00b3fa433e54,
  "/admin/settings/SettingsView#SettingsView": SettingsView_6e97004d35601209e35838a90c0fbc84,
  "/admin/costs/CostsView#CostsView": CostsView_8b7dfc0bfe62e2f3d67ec85dc1652350,
  "/admin/film/FilmView#FilmView": FilmView_9ab68b0a7377f00f3c93d28bb7d18b0b,
  "/admin/board/BoardView#BoardView": BoardView_995037cad87c1016ad94fe4f9564cc30,
  "/admin/activity/ActivityView#ActivityView": ActivityView_8b960ec47a0a1f646ea5ace365446cb0,
  "/admin/scene/ScenePanel#ScenePanel": ScenePanel_b311613c842071a91ba4634d467495d1,
  "/admin/scene/SceneControls#SceneControls": SceneControls_4dc97dd68f9b6e4a0b61cd540df6a71d,
  "/admin/prompt/PromptView#PromptView": PromptView_ee37a75959c87b2c5c82c867dcca1169,
  "/admin/scene/TakesView#TakesView": TakesView_d9d94ae8495707de705069b97533a159,
  "/admin/run/RunPage#RunPage": RunPage_399bd4731a4c7d3389f5de0fe714c4cb,
  "/admin/sheets/SheetPanel#SheetPanel": SheetPanel_1757b81c34902d1e5077667ca69c302a,
  "/admin/library/FilePanel#FilePanel": FilePanel_43da204fac7dac302eb0d6ae87620f94,
  "/admin/library/FileSizeCell#FileSizeCell": FileSizeCell_61a36015e7738bb796735cfe87ef29a4,
  "/admin/library/oneOff/OneOffs#OneOffs": OneOffs_4cc1c932412c9e5a5e373005d374c583,
  "/admin/library/FileFilters#FileFilters": FileFilters_e4bbe84438419a4b46e57e27b661bc5f,
  "/admin/shell/AlertBar#AlertBar": AlertBar_93924c8b7ef802665f99a28c8eda5ac5,
  "/admin/shell/Brand#BrandIcon": BrandIcon_b199ccb02ede9b84eff311dbfeb286e0,
  "/admin/shell/Brand#BrandLogo": BrandLogo_b199ccb02ede9b84eff311dbfeb286e0,
  "/admin/shell/Chips#Chips": Chips_551c5e508e8f32553e4d30caa22f5a78,
  "/admin/home/Home#Home": Home_521a47bca1e432d134a225b7ac8e6511,
  "/admin/shell/Brand#NavBrand": NavBrand_b199ccb02ede9b84eff311dbfeb286e0,
  "/admin/shell/StudioLinks#StudioLinks": StudioLinks_b2c109fd43ff7ee83ca2123b1942fce9,
  "/admin/shell/StudioProvider#StudioProvider": StudioProvider_c87c096d0bea6110a7d3cb19d1aad071,
  "/admin/notifications/NotificationsView#NotificationsView": NotificationsView_cc50a574c4954604ad9d2a2171b3e389,
  "/admin/costs/AllCostsView#AllCostsView": AllCostsView_a4228838d5ab28808ebec0fe3186b345,
  "/admin/decisions/DecisionsView#DecisionsView": DecisionsView_f5ad6dbe5f94f95b11edc2f68faf044f,
  "/admin/alerts/AlertsView#AlertsView": AlertsView_84ec9401551adf33358d14fa42ddf824,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
